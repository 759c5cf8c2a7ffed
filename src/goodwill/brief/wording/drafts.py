"""The drafts there are, by the code of the finding that calls for them."""

from goodwill.brief.wording.draft import Draft

DRAFTS: tuple[Draft, ...] = (
    Draft(
        "N102",
        "any",
        "ask a past client about follow-through",
        "Hello ______, I am about to work with {name} and would value two minutes of your time. Did the work come"
        " on the days that were agreed? When something slipped, did you hear of it before or after the day? Would"
        " you hire them again? I have told {name} that I am asking; it is how I always choose partners.",
    ),
    Draft(
        "N104",
        "them",
        "ask for what would confirm a claim",
        'Hello {name}, you mentioned "{words}". I check one or two such points with everybody I work with. Whom '
        "may I ask, or what could you show me?",
    ),
    Draft(
        "D103",
        "any",
        "make a safeguard your normal way, before it is needed",
        "{name}, before we go further I would like to say how I go about everything of this size: I hear a second "
        "person, I write down what we agreed, and I go step by step. I do that with everybody. It is no comment on "
        "you, and it keeps both of us safe.",
    ),
    Draft(
        "D303",
        "any",
        "make a second opinion your normal way, before it is needed",
        "{name}, before we go ahead I would like to say how I make decisions like this one: I always get a second "
        "opinion and sleep on it. It is no comment on your advice. Could I have a copy of the results to take "
        "along, and would you tell me which questions you would ask in my place? What happens if we wait two "
        "weeks? What are the other ways, and what speaks for each?",
    ),
    Draft(
        "D303",
        "any",
        "questions to take along",
        "What happens if I wait two weeks? What other ways are there, and what speaks for each? Who else decides such "
        "things with you, and may I hear them? What would it mean for ______? May I have a copy of everything it rests "
        "on?",
    ),
    Draft(
        "D301",
        "any",
        "explain a safeguard that came late",
        "{name}, I should have said at the start that I use milestones with everybody. I am sorry it comes only "
        "now. It is not a judgement on you; it is how I keep both of us safe.",
    ),
    Draft(
        "D404",
        "them",
        "ask about one slip without a guess",
        'Hello {name}, about "{words}": what got in the way, and did anything on my side make it harder? I would '
        "rather ask than guess. So that we both have the same days, I am planning with ______.",
    ),
    Draft(
        "D502",
        "any",
        "write the recap",
        'Hello {name}, so that neither of us has to remember: on {day} we agreed "{words}". I do: ______ by '
        "______. You do: ______ by ______. If I have got anything wrong, please tell me; otherwise this is how I "
        "will plan.",
    ),
    Draft(
        "E201",
        "me",
        "say that you are late, before they ask",
        'Hello {name}, I said "{words}" by {due}, and I have not done it. That is on me. It will be with you on '
        "______; if that causes you trouble, tell me and I will see what I can do sooner.",
    ),
    Draft(
        "E201",
        "them",
        "ask once, plainly",
        'Hello {name}, we had "{words}" down for {due}. What stands in the way, and which day can I plan on? If '
        "something has changed on your side I would rather know now than be surprised.",
    ),
    Draft(
        "E206",
        "me",
        "say before they ask that a payment is late",
        "Hello {name}, {amount} {currency} of invoice {number}, due on {due}, is still open on my side. That is"
        " on me, not on you. I can pay ______ on ______ and the rest on ______. If this leaves you short with "
        "your own suppliers, tell me today and I will put it first.",
    ),
    Draft(
        "E206",
        "them",
        "ask about an unpaid invoice",
        "Hello {name}, I do not see {amount} {currency} of invoice {number} yet; it was due on {due}. Is "
        "anything wrong with it? If money is short just now, tell me a day you are sure of and we will plan "
        "around it.",
    ),
    Draft(
        "E101",
        "me",
        "label a concession",
        'Hello {name}, about "{words}": I want to be open about what that is. It costs me ______. What it gives '
        "you is ______. I can do it this once, until ______. I do it because I want us to work together for long,"
        " and I would ask you for ______ in return when you can.",
    ),
    Draft(
        "E101",
        "them",
        "thank for what was given without a word about it",
        'Hello {name}, about "{words}": I want to thank you for that one thing. It let me ______, and it saved me '
        "______. If there is something I can do in return, tell me.",
    ),
    Draft(
        "E104",
        "me",
        "own up to leaning on a favour too often",
        'Hello {name}, you said "{words}", and I have leaned on it more often than we meant. What has it '
        "cost you? I will pay ______ on ______, and from then on to terms. If that cannot be relied on I will "
        "tell you two weeks ahead.",
    ),
    Draft(
        "E104",
        "them",
        "say that a favour has reached its limit",
        'Hello {name}, I was glad to help with "{words}". It costs me ______ each time, and it has now been more '
        "often than I can do. Let us agree what you need from here on, and what would make up for it.",
    ),
    Draft(
        "E301",
        "me",
        "say that you see your own payments slipping",
        "Hello {name}, I have looked at my own dates, and they have been getting later. That is on me. Here is "
        "what I can promise: ______ on ______, and from then on each one by its day. What has it cost you, and "
        "what would help you most in the meantime?",
    ),
    Draft(
        "E302",
        "them",
        "ask early when a second day has slipped",
        'Hello {name}, the work I have had from you is good, and twice now the day has slipped ("{words}"). '
        "Before we both get nervous: what is in the way, what is a day you would bet on, and shall we cut the "
        "next piece smaller?",
    ),
    Draft(
        "E304",
        "them",
        "break a silence without blame",
        'Hello {name}, I have not heard from you since I wrote "{words}", and I do not know whether it reached you. '
        "One line is enough: when may I hear more? If a call is easier, I am free ______.",
    ),
    Draft(
        "E305",
        "me",
        "repair a breach",
        'Hello {name}, about "{words}": it was my responsibility and I did not meet it. To put it right I will '
        "______ by ______. I am sorry for the trouble it gave you. What happened was ______; so that it does not "
        "happen again I have ______.",
    ),
    Draft(
        "L101",
        "me",
        "answer a concern that is still open",
        'Hello {name}, on {day} you said "{words}" and I have not answered. If I understand you, ______. Here is '
        "where I stand: ______. What have I missed?",
    ),
    Draft(
        "L103",
        "any",
        "ask how it is going, and why",
        "Hello {name}, how has working together been for you so far, on the whole and in the way we got there? "
        "What is one thing I should do differently? I will tell you mine if you like.",
    ),
    Draft(
        "L201",
        "me",
        "explain a decision",
        'Hello {name}, I decided "{words}" and gave no reason. The reason is ______. I weighed ______ against it.'
        " If that sits badly with you, I would like to hear it.",
    ),
    Draft(
        "L205",
        "me",
        "acknowledge a contribution",
        'Hello {name}, I want to thank you for "{words}". It made a difference here: ______.',
    ),
    Draft(
        "L101",
        "them",
        "ask once more about a concern of yours",
        'Hello {name}, on {day} I raised "{words}" and I have not heard what you think. Which part of it can you '
        "answer today, and by when the rest?",
    ),
    Draft(
        "L104",
        "me",
        "ask what made it feel that way",
        "Hello {name}, thank you for telling me how it felt. What is the one thing that made it so? I would like to "
        "listen first; then I will tell you what I can change, and by when.",
    ),
    Draft(
        "L105",
        "me",
        "acknowledge that it was hard",
        'Hello {name}, on {day} you wrote "{words}", and my answer went past it. I see that ______. What I will do: '
        "______ by ______.",
    ),
    Draft(
        "L201",
        "them",
        "ask for the reason of a decision",
        'Hello {name}, about "{words}": what led to it? I am asking so that I can plan; it would help me to know '
        "what you weighed.",
    ),
    Draft(
        "L202",
        "me",
        "ask late rather than not at all",
        'Hello {name}, I decided "{words}" before I had asked you. That was the wrong way round. What should I have '
        "known? What can still change is ______.",
    ),
    Draft(
        "L203",
        "them",
        "ask what makes your terms different",
        "Hello {name}, I have seen what others get for the same, and ours differs: ______. What makes it so? If there "
        "is no reason, could we take one step towards it?",
    ),
    Draft(
        "L203",
        "me",
        "explain terms below what peers get",
        "Hello {name}, about what others get (______) beside what we agreed (______): the difference comes from "
        "______. If it looks otherwise from your side, I would like to hear it.",
    ),
    Draft(
        "L204",
        "me",
        "explain more, since you can say no more easily",
        'Hello {name}, about "{words}": I know that more hangs on this for you than for me, so here is the whole '
        "reason: ______. What have I not seen?",
    ),
    Draft(
        "L206",
        "me",
        "ask about the way, not the result",
        "Hello {name}, you were content with the result and not with the way we got there. At which point should I "
        "have asked you? I will change that next time.",
    ),
    Draft(
        "R101",
        "any",
        "propose five minutes before the numbers",
        "Hello {name}, before we talk about terms, could we have five minutes on the phone? I would like to know "
        "how you work and what matters to you in this, and to tell you the same.",
    ),
    Draft(
        "E310",
        "me",
        "answer someone who has left: amends first, then an apology",
        'Hello {name}, you wrote "{words}", and I understand it. It was my responsibility and I did not meet it. '
        "Today I have ______. I am sorry for what it cost you. What happened was ______, which explains it and does "
        "not excuse it. From now on ______ on the ______ of each month. You owe me no answer.",
    ),
)
