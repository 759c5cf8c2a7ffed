"""Words that tell women from men, each with the word that stands for both: no reader may tell them apart."""

ONE_FOR_BOTH = {
    word: kept
    for kept, words in {
        "they": "he she",
        "them": "him her hers his",
        "partner": "wife husband girlfriend boyfriend",
        "parent": "mother father mum mom dad mommy daddy",
        "child": "son daughter boy girl",
        "children": "sons daughters boys girls",
        "grandparent": "grandmother grandfather grandma grandpa",
        "sibling": "brother sister",
        "person": "man woman guy lady gentleman",
        "people": "men women guys ladies gentlemen",
    }.items()
    for word in words.split()
}
