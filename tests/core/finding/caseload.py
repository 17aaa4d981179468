"""Ten thousand people with names as they stand side by side on British caseloads, by seeded rules; nobody is meant."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from coachdesk.demo import names as demo
from coachdesk.ids import new_id
from coachdesk.people import Person

SEED = 20261122
MANY = 10_000


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FAMILIES = _words("""
Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood
Jackson Clarke Patel Khan Lewis James Phillips Mason Mitchell Rose Davis Cox Alexander Morgan Moore Mills Graham Ali Begum
Stewart Stevens Hughes Edwards Turner Harris Cooper King Lee Baker Harrison Martin Morris Allen Scott Watson Ward Bell Young
Bennett Griffiths Kaur Singh Hussain Ahmed Murphy Kelly Price Marshall Collins Simpson Richardson Shaw Carter Parker Murray
Campbell Anderson Macdonald Reid Ross Clark Paterson Fraser Mackenzie Macleod Mackay Maclean Cameron Duncan Ferguson Hamilton
Henderson Kerr Johnston Robertson Sutherland Sinclair Gunn Mcintyre Mckenna Mcdonald Mclaughlin Mccarthy Mcgrath Mcmahon
OBrien OConnor OSullivan ONeill OReilly Byrne Doyle Ryan Walsh Gallagher Kavanagh Doherty Donoghue Fitzgerald Fitzpatrick Nolan
Ashworth Atherton Bamford Barraclough Bickerstaffe Blenkinsop Bottomley Braithwaite Broadbent Butterworth Cartwright Clegg
Cockcroft Copplestone Cholmondeley Crabtree Crossthwaite Cunliffe Duckworth Entwistle Fairhurst Fawcett Fazackerley
Featherstone Gledhill Goodacre Grimshaw Haigh Halliwell Hardcastle Haslam Hebblethwaite Heptonstall Higginbottom Holdsworth
Horsfall Hustwick Illingworth Inglethorpe Kershaw Kilburn Lightfoot Longbottom Lumb Micklethwaite Murgatroyd Naylor Nuttall
Oakenshaw Openshaw Ormerod Ogden Postlethwaite Pilkington Rawcliffe Redfearn Rigby Rothwell Satterthwaite Shackleton Sharples
Shufflebottom Slingsby Stansfield Sowerby Sykes Tattersall Thistlethwaite Thwaites Tyldesley Uttley Varley Wadsworth
Winterbottom Wolstenholme Womersley Worthington Wrigglesworth Yardley
Adeyemi Adebayo Ogunleye Okafor Okoro Olawale Onyekachi Nwachukwu Mensah Asamoah Gyamfi Boakye Addo Tetteh Appiah Kuffour
Abdullahi Warsame Farah Jama Elmi Dirie Guled Haile Tekle Gebreselassie Mukasa Kamau Otieno Wanjiru Chukwu Bangura Conteh
Kowalski Nowak Wisniewski Wojcik Kaminski Lewandowski Zielinski Szymanski Wozniak Dabrowski Kozlowski Jankowski Mazur
Kwiatkowski Krawczyk Piotrowski Grabowski Nowakowski Pawlowski Michalski Adamczyk Dudek Wieczorek Jablonski Majewski
Popescu Ionescu Munteanu Constantinescu Radulescu Stoica Ivanov Petrov Dimitrov Georgiev Horvath Szabo Nagy Kovacs Toth
Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Melnyk Sokolov Kuznetsov Papadopoulos Georgiou Christodoulou
Chaudhry Choudhury Siddiqui Qureshi Sheikh Mirza Butt Rehman Akhtar Mahmood Nawaz Bashir Bhatti Ashraf Rashid Yousaf Zaman
Banerjee Chatterjee Mukherjee Sengupta Iyer Krishnan Subramaniam Venkatesh Naidu Pillai Reddy Joshi Trivedi Desai Solanki
Grewal Dhaliwal Sandhu Sidhu Bains Mann Virk Johal Uppal Sahota Perera Fernando Jayawardena Sivakumar Rajapaksa
Nguyen Tran Pham Chen Wang Zhang Huang Zhao Wong Chan Cheung Leung Tan Santos Reyes DaSilva Ferreira Rodrigues Gomes Goncalves
Al-Hassan Al-Jabouri El-Sayed Haddad Mansour Nasser Khalil Aziz Karimi Ahmadi Hosseini Rahimi Sharifi Demir Yilmaz Kaya
""")
_GIVEN = _words("""
Oliver George Harry Noah Jack Leo Arthur Oscar Charlie Jacob Thomas Henry William Alfie Joshua Freddie James Archie Isaac Logan
Alexander Edward Lucas Benjamin Mason Ethan Daniel Samuel Joseph Max Sebastian Theodore Finley Reuben Toby Harrison Louis Ryan
Olivia Amelia Isla Ava Mia Ivy Lily Isabella Rosie Sophia Grace Freya Willow Florence Emily Ella Poppy Evie Elsie Charlotte
Evelyn Sienna Sofia Daisy Phoebe Sophie Alice Harper Matilda Ruby Emilia Maya Millie Isabelle Eva Luna Jessica Chloe Lola Eliza
David John Michael Paul Andrew Mark Stephen Robert Christopher Ian Peter Anthony Kevin Gary Steven Martin Philip Nigel Graham
Susan Julie Karen Jacqueline Deborah Tracey Jane Helen Diane Sharon Margaret Elizabeth Catherine Kathryn Gillian Lesley Lorraine
Siobhan Niamh Aoife Caoimhe Sinead Roisin Saoirse Oisin Eoin Cillian Padraig Ciaran Declan Brendan Fergus Hamish Callum Eilidh
Mhairi Catriona Morag Angus Lachlan Euan Rhys Owain Dafydd Ieuan Gethin Bethan Angharad Myfanwy Rhiannon Cerys Ffion Llinos
Mohammed Muhammad Mohamed Ahmed Ali Hassan Hussain Yusuf Ibrahim Abdul Bilal Imran Khalid Tariq Zain Hamza Mustafa Omar Usman
Fatima Aisha Ayesha Khadija Zainab Maryam Amina Safiya Halima Noor Yasmin Nasreen Shazia Rukhsana Sumaya Hafsa Layla Zahra
Gurpreet Harpreet Jaspreet Manpreet Sukhwinder Balwinder Kuldeep Rajinder Priya Anjali Deepika Sunita Arjun Vijay Sanjay Rohan
Agnieszka Katarzyna Malgorzata Krzysztof Wojciech Grzegorz Przemyslaw Zbigniew Tomasz Pawel Lukasz Joanna Magdalena Ewa Monika
Chukwuemeka Oluwaseun Temitope Folake Adebayo Ngozi Kwame Kofi Akosua Abena Tendai Thandiwe Blessing Precious Emmanuel Grace
Andrei Mihai Ioana Dmytro Oksana Volodymyr Yulia Svetlana Dimitris Elena Mehmet Ayse Farhad Shirin Hiwa Selam Yonas Tigist
""")
_FRONTS = _words(
    "Ash Bar Beck Bram Brind Cald Chad Clay Cran Dal Dun Ember Farn Gar Hather Hol Kel Kirk Lang Lin Mar Nor Oak Pem Pen Ray Rush Sel Shel Stan Thorn Wal Wes Whit Win Wyn"
)
_BACKS = _words(
    "by combe croft dale den field ford gate ham hurst ington ley low man mere more over ridge shaw stead ster ston thorpe ton well wick wood worth"
)


def caseload(many: int = MANY, seed: int = SEED) -> Iterator[Person]:
    """So many people, always the same."""
    chance = random.Random(seed)
    namings = [(each.given, each.family) for each in dict.fromkeys(demo.NAMINGS)]
    rare = [front + back for front in _FRONTS for back in _BACKS]
    for number in range(many):
        given, family = _name(chance, namings, rare)
        born = date(1960, 1, 1) + timedelta(days=chance.randrange(17_500))
        phone = f"07700 9{number % 100_000:05}" if number % 3 else ""
        preferred = given[:3] if chance.random() < 0.02 else ""
        person = Person(id=new_id(), given_name=given, family_name=family, preferred_name=preferred)
        yield replace(person, date_of_birth=born, phone=phone)


def _name(
    chance: random.Random, namings: list[tuple[tuple[str, ...], tuple[str, ...]]], rare: list[str]
) -> tuple[str, str]:
    kind = chance.random()
    if kind < 0.35:
        given, family = chance.choice(_GIVEN), _FAMILIES[min(int(chance.expovariate(0.012)), len(_FAMILIES) - 1)]
    elif kind < 0.55:
        given, family = chance.choice(_GIVEN), chance.choice(rare)
    else:
        some, theirs = chance.choice(namings)
        given, family = chance.choice(some), chance.choice((*theirs, *_FAMILIES[:60]))
    if chance.random() < 0.04:
        family = f"{family}-{chance.choice(_FAMILIES[:200])}"
    if chance.random() < 0.05:
        given = f"{given} {chance.choice(_GIVEN)}"
    return given, family
