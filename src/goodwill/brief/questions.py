"""The ten questions for a prior partner: about reliability and follow-through, the same for every candidate."""

QUESTIONS = (
    "What did {name} do for you, and over how long?{matter}",
    "What was agreed about days, and was it written down?",
    "Of the days agreed, how many were met, roughly? When was the last one that was not?",
    "When a day was at risk, did you hear of it before it passed, or after?",
    "What did {name} do when something went wrong? Can you give me one case?",
    "Was what came at the end as good as what came at the start?",
    "How quickly were messages answered, and did that change over time?",
    "Did bills match what was agreed? Were you paid, or did you pay, on time yourself?",
    "What should I do, as the other side, so that it goes well?",
    "Would you work with {name} again on something that matters, and what would you do differently?",
)


def questions_about(name: str, matter: str = "") -> tuple[str, ...]:
    """Give the ten questions with the candidate's name and the kind of work in them.

    >>> len(questions_about("Lena"))
    10
    """
    asked = f" My own work with them would be: {matter}." if matter else ""
    return tuple(question.format(name=name, matter=asked) for question in QUESTIONS)
