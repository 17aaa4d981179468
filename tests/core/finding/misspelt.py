"""Names as people type them: made by seeded rules from people of the caseload, and written by hand.

What was looked at while the search was made is the tuning half; the other half was not looked at.
"""

import random
from collections.abc import Callable, Sequence

from coachdesk.people import Person
from coachdesk.people.names import search_key

Slip = Callable[[random.Random, str], str]

BESIDE = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk", "k": "jl",
    "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb",
    "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip
HEARD = (
    ("ph", "f"), ("ck", "k"), ("c", "k"), ("k", "c"), ("ee", "ea"), ("ie", "y"), ("y", "i"), ("i", "y"), ("ll", "l"), ("s", "z"),
    ("ou", "u"), ("au", "or"), ("ei", "ie"), ("gh", "g"), ("oo", "u"), ("mm", "m"), ("nn", "n"), ("tt", "t"), ("w", "v"), ("th", "t"),
)  # fmt: skip


def missing_first(chance: random.Random, word: str) -> str:
    return word[1:] if len(word) > 3 else word


def missing(chance: random.Random, word: str) -> str:
    at = chance.randrange(1, len(word)) if len(word) > 3 else 0
    return word[:at] + word[at + 1 :] if at else word


def turned(chance: random.Random, word: str) -> str:
    at = chance.randrange(len(word) - 1) if len(word) > 3 else -1
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :] if at >= 0 else word


def doubled(chance: random.Random, word: str) -> str:
    at = chance.randrange(len(word))
    return word[: at + 1] + word[at:]


def beside(chance: random.Random, word: str) -> str:
    at = chance.randrange(len(word)) if len(word) > 3 else -1
    near = BESIDE.get(word[at], "") if at >= 0 else ""
    return word[:at] + chance.choice(near) + word[at + 1 :] if near else word


def first_beside(chance: random.Random, word: str) -> str:
    near = BESIDE.get(word[0], "") if len(word) > 3 else ""
    return chance.choice(near) + word[1:] if near else word


def heard(chance: random.Random, word: str) -> str:
    fitting = [(old, new) for old, new in HEARD if old in word[1:]] if len(word) > 3 else []
    if not fitting:
        return word
    old, new = chance.choice(fitting)
    return word[0] + word[1:].replace(old, new, 1)


def whole(chance: random.Random, word: str) -> str:
    return word


SLIPS: Sequence[Slip] = (missing_first, missing, turned, doubled, beside, first_beside, heard)


def typed(person: Person, chance: random.Random) -> str:
    """What somebody might type who looks for this person."""
    given, family = search_key(person.given_name), search_key(person.family_name)
    born = person.date_of_birth
    assert born is not None
    first, last = given.split()[0], family.split()[-1]
    slip, other = chance.choice(SLIPS), chance.choice((whole, whole, *SLIPS))
    ways = (
        lambda: f"{first} {slip(chance, last)}",
        lambda: f"{slip(chance, last)} {other(chance, first)}",
        lambda: f"{other(chance, first)} {slip(chance, last)}",
        lambda: f"{slip(chance, first)} {family}",
        lambda: f"{slip(chance, last)} {born.year}" if len(last) > 4 else f"{first} {last} {born.year}",
        lambda: f"{first[0]} {last} {born.day}/{born.month}/{born.year % 100:02}",
        lambda: f"{first} {slip(chance, slip(chance, last))}",
        lambda: f"{first[:4]} {last[:5]} {born:%d.%m.%Y}",
        lambda: f"  {given}  {family.replace(' ', '')} ",
        lambda: f"{slip(chance, first)} {born:%d %B %Y}",
    )
    return chance.choice(ways)()


# Written by hand: what is typed, and the given and the family name of whoever is meant. All are put into the caseload.
BY_HAND = """
Bil Jonson = William Johnson-Hargreave
Kathrin Braithwate = Catherine Braithwaite-Moss
Cathy Postlethwate = Kathryn Postlethwaite
Mohamad Chowdry = Mohammed Choudhury-Alam
Mo Akhtarr = Mohammed Akhtar-Zaman
Shivaun Gallaher = Siobhán Gallagher-Quinn
Shevaun Okeefe = Siobhán O'Keeffe
Owen Gryffudd = Owain Gruffudd
Vojchek Kovalchik = Wojciech Kowalczyk
Agneshka Vishnevska = Agnieszka Wiśniewska
Neve Odonnell = Niamh O’Donnell
Keeva Mcginley = Caoimhe McGinley
Sersha Brannigan = Saoirse Brannigan
Peggy Featherstonhaw = Margaret Featherstonehaugh
Steven Macalister = Stephen McAllister
Phill Hawthorn = Philip Hawthorne
Jeff Cowerd = Geoffrey Coward
Fillip Marsdon = Phillip Marsden
Gon Smithers = Jon Smithers
ohn Wetherby = John Wetherby
Elizbeth Chumley = Elizabeth Cholmondeley-Page
Liz Drinkwater = Elisabeth Drinkwater
Betty Arkright = Elizabeth Arkwright
Tony Micklethwait = Anthony Micklethwaite-Hey
Sue Barraclogh = Susan Barraclough-Firth
Dai Llewelin = Dafydd Llewelyn
Llewelyn Davyth = Dafydd Llewelyn
Yestin Prosser = Iestyn Prosser
Reece Pritchard = Rhys Pritchard
Angarad Bevin = Angharad Bevan-Lloyd
Mivanwy Tudor = Myfanwy Tudur
Gweneth Rowland = Gwyneth Rowlands
Chevonne Mcateer = Siobhan McAteer
Padrig Oshea = Pádraig Ó Sé O'Shea
Abdul Rahman Osmani = Abdulrahman Osmani
Abdulkarim Yusufzai = Abdul Karim Yusufzai
Fatma Elbadawi = Fatima El-Badawi
Ayesha Sidiki = Aisha Siddiqui-Noor
Usman Quraishi = Osman Qureshi-Latif
Ibrahem Alhashimi = Ebrahim Al-Hashimi
Zaynab Hosseni = Zainab Hosseini-Far
Gurprit Dhaliwaal = Gurpreet Dhaliwal-Rai
Harjeet Sanghera = Harjit Sanghera
Laxmi Vencatesh = Lakshmi Venkatesh-Rao
Chukwuemeka Nwosuh = Emeka Nwosu-Eze
Seun Ogunbanjo = Oluwaseun Ogunbanjo
Kwami Adjeman = Kwame Agyeman-Prempeh
Olexander Shevchenco = Oleksandr Shevchenko-Bilyk
Катерина Мельник = Kateryna Melnyk-Rudenko
Dmitro Tkachenk = Dmytro Tkachenko-Lys
Nugyen Thuy = Thuy Nguyen-Pham
Shiao Ling Wong = Xiao Ling Wang-Hughes
Vicky Higinbotham = Victoria Higginbotham
Becki Ramsbotom = Rebecca Ramsbottom
Debs Entwisle = Deborah Entwistle-Clay
Jackie Outhwate = Jacqueline Outhwaite
Chris Longbotham = Krzysztof Longbottom-Nowicki
Sandy Urkhart = Alasdair Urquhart
Alistair Menzes = Alasdair Menzies-Kerr
Hamesh Farker = Hamish Farquhar
Eilee Colhoun = Eilidh Colquhoun
Vari Mcnabb = Mhairi MacNab
Macdonell Isla = Isla McDonnell
Rory Mccloud = Ruaridh MacLeod-Shaw
Sean Oflaherty = Séan O’Flaherty
Shaun O Flaherty = Séan O’Flaherty
Oneil Terence = Terence O'Neill-Cross
Brien Maura = Maura O'Brien-Tighe
Donald Fergusonn = Donald Fergusson-Lisle
vandenberg Pieter = Pieter van den Berg
de souza Carla = Carla D'Souza
St John Rivers = Timothy St John-Rivers
lizanne Purcel = Lizanne Purcell
annmarie Dufy = Anne-Marie Duffy
Mary Ann Doolin = Maryanne Dooling
jonny Wainright = Jonathan Wainwright-Lord
Nobby Clark = Norbert Clarkson-Vale
Ted Hetherinton = Edward Hetherington
Ned Thackary = Edward Thackeray
Frannie Wolstenholm = Frances Wolstenholme-Ash
Lottie Fazakerly = Charlotte Fazakerley
Hary Shufflebotam = Harold Shufflebotham
Pip Ollerenshaw = Philippa Ollerenshaw
Tilly Cockroft = Matilda Cockcroft-Bee
Tamsyn Penhalligan = Tamsin Penhaligon
Jenna Trevithic = Jennifer Trevithick
Kieron Mcglouchlin = Ciarán McLoughlin-Daly
Dierdre Geogan = Deirdre Geoghegan
Tige Omahony = Tadhg O'Mahony
Grania Moynihan = Gráinne Moynihan
Eefa Ni Bhriain = Aoife Ní Bhriain
Zofia Dombrowska = Zofia Dąbrowska-Hill
Pshemek Zelinski = Przemysław Zieliński-Bak
Gosia Yablonska = Małgorzata Jabłońska
Ana Gonsalves = Ana Gonçalves-Reis
Joao Ferera = João Ferreira-Pinto
Mehmet Yilmas = Mehmet Yılmaz-Stone
Aisha Begam Mia = Ayesha Begum Miah
"""


def by_hand() -> tuple[tuple[str, str, str], ...]:
    """What is typed, the given name and the family name."""
    lines = [line.split(" = ") for line in BY_HAND.strip().splitlines()]
    return tuple((wrong, *_parted(right)) for wrong, right in lines)


def _parted(name: str) -> tuple[str, str]:
    given = {"Pádraig Ó Sé": 1, "Abdul Karim": 2, "Xiao Ling": 2, "Ayesha Begum": 2}
    many = next((count for begins, count in given.items() if name.startswith(begins)), 1)
    words = name.split(" ")
    return " ".join(words[:many]), " ".join(words[many:])
