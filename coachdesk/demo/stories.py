"""What invented people want and do, in words such as people use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """A goal and why; what the coach promised; what the person chose; and what they are asked, where anything is."""

    goal: str
    why: str
    promise: str
    chosen: str
    asked: str = ""
    obstacle: str = ""


BUS = Story(
    "Drive a bus round here by the summer.",
    "I like people and I like driving.",
    "Ask whether there is money for the medical",
    "Book a taster day at the depot",
    "Look at two driver job boards and note what they ask for",
)
KITCHEN = Story(
    "Work in a kitchen again, days and not nights.",
    "My evenings are for my family.",
    "Send you the names of three places that cook at midday",
    "Renew the food hygiene certificate online",
    "Ask at the three places on the list about day shifts",
)
ENGLISH = Story(
    "Get my English good enough for an interview.",
    "At home I was a bookkeeper.",
    "Find an English course that starts before spring",
    "Read one page aloud every day",
)
CARE = Story(
    "Finish the level 2 in care and stay in it.",
    "I looked after my gran and I was good at it.",
    "Ring the college about the start date",
    "Ask the home where I volunteer for a reference",
)
MORE_HOURS = Story(
    "More hours where I already work.",
    "I like it there, and I could pay the rent myself.",
    "Send you the words to ask for more hours",
    "Ask my manager about the weekend rota",
    "Keep the wage slips for our next talk",
)
CLEANING = Story(
    "Start my own cleaning round.",
    "I know ten people who would ask me.",
    "Send you the dates of the start-up talk",
    "Write a price list",
    "Ask the business adviser three questions",
    "Insurance, and what it costs",
)
FIRST_JOB = Story(
    "First job ever. Anything with computers.",
    "My friends all work.",
    "Send you two open days for apprentices",
    "Show my coach the page that I built",
    "Apply for one of the two apprenticeships",
)
WAREHOUSE = Story(
    "Get back to the warehouse, or something like it.",
    "I want to be tired in the evening and not in the morning.",
    "Ask the agency why nobody rang back",
    "Walk to the industrial estate and see who has a board out",
    "Put my name down with one more agency",
    "No bus before seven",
)
WELSH = Story(
    "Use my Welsh at work.",
    "It is the language I think in.",
    "Send you the council's page of posts that ask for Welsh",
    "Ring the nursery where they speak Welsh",
    "Apply for one post that asks for Welsh",
)
READY = Story(
    "Feel ready to work with others again.",
    "I used to make people laugh.",
    "Keep a quiet room for our meetings",
    "Have a cup of tea at the community garden on Thursdays",
)

ANYBODY = (BUS, KITCHEN, ENGLISH, CARE, MORE_HOURS, CLEANING, FIRST_JOB, WAREHOUSE, WELSH, READY)
"""Stories that fit whatever else is known of somebody."""

CANNOT_LIFT = Story(
    "Find out what I can do now that I cannot lift.",
    "I do not want to sit at home.",
    "Book a talk with the careers service",
    "Write down three things that I was good at",
)
SCHOOL_HOURS = Story(
    "A job in school hours, near enough to walk.",
    "I am at the gate at three.",
    "Check what help there is with holiday childcare",
    "Ask at the school office about lunchtime work",
    "List the workplaces that I can reach on foot",
    "The holidays",
)
QUALIFYING = Story(
    "A qualification while mine are small.",
    "They should see me study.",
    "Ask the college about the crèche and the fee",
    "Go to the open evening with my sister",
    "Write down which courses end before the school day does",
)
LATER_ON = Story(
    "Be ready when the time comes. Just now I am needed here.",
    "They only come home once.",
    "Send you the dates of the family group",
    "Borrow one book about the work I want",
)
ROUND_THE_CARE = Story(
    "Some work of my own, round the caring.",
    "I do not want to lose myself.",
    "Ask the carers' centre about somebody to sit with them",
    "Ask my brother to take one afternoon",
)
ONE_DAY = Story(
    "Get through this, and then see.",
    "One thing after another.",
    "Ring you, not the other way round",
    "Take a walk with a friend on Sundays",
)
SMALL_STEPS = Story(
    "A door of my own, and then a job.",
    "I cannot think about work from a sofa.",
    "Ask the housing team who is dealing with it",
    "Keep my papers in one folder at the library",
)
TWO_JOBS = Story(
    "Run a kitchen, not only work in one.",
    "I have the head for it.",
    "Send you the dates of the evening course",
    "Ask the chef to show me the orders",
)
