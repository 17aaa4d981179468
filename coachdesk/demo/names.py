"""Names as they stand side by side on a British caseload. Nobody in particular is meant."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Naming:
    """Given and family names that go together, and the languages that an interpreter may be asked for."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    interpreted: tuple[str, ...] = ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


BRITISH = Naming(
    _words(
        "Adam Aaron Alison Amy Andrew Angela Ashley Ben Beth Callie Carl Carol Charlotte Chloe Craig Daisy Danielle "
        "Dean Debbie Donna Ellie Emma Ethan Fiona Gary George Georgia Gemma Harry Hayley Holly Ian Jack Jade Jake "
        "Jamie Janet Jess Joanne Jordan Karen Keith Kelly Kieran Kirsty Laura Lee Leanne Lewis Lucy Luke Mark Martin "
        "Mia Michelle Mollie Natalie Nathan Neil Nicola Oliver Paul Pauline Rachel Rebecca Robert Ryan Sally Samantha "
        "Sean Shannon Sharon Stacey Stephen Stuart Terry Tina Toby Tracey Wayne Zoe"
    ),
    _words(
        "Adams Atkinson Bailey Barker Barnes Bell Bennett Booth Bradshaw Butler Carter Chapman Clarke Coates Cooper "
        "Crossley Dawson Dixon Ellis Fielding Fletcher Foster Gibson Graham Greenwood Hall Hardy Harrison Hartley "
        "Hobson Holt Hughes Hunter Jackson Kay Kendall Lawson Marsh Mason Miller Mitchell Moore Naylor Newton Oldfield "
        "Palmer Parker Pearson Pickles Poole Reynolds Richardson Robinson Rowley Shaw Simpson Spencer Stead Sutcliffe "
        "Taylor Thornton Turner Wainwright Walker Ward Watson Webster Whitaker Wilkinson Wright"
    ),
)
WELSH = Naming(
    _words("Aled Angharad Bethan Carys Catrin Dafydd Dilwyn Efa Eleri Emyr Ffion Gareth Gethin Glenys Gwenllian Heledd "
           "Huw Ieuan Iwan Llinos Mabli Meinir Nerys Owain Rhian Rhodri Siân Siôn Tomos Tudur"),
    _words("Bevan Bowen Davies Edwards Ellis Evans Griffiths Gruffydd Howells Jenkins Jones Lewis Llewellyn Lloyd Morgan "
           "Owen Parry Powell Price Probert Pugh Rees Roberts Rowlands Thomas Watkins Williams"),
)  # fmt: skip
POLISH = Naming(
    _words(
        "Agnieszka Dariusz Ewa Grzegorz Joanna Kamil Katarzyna Łukasz Małgorzata Marcin Monika Paweł Sławomir Zofia"
    ),
    _words("Dąbrowska Jankowski Kaczmarek Kowalczyk Lis Mazur Pawlak Sikora Szewczyk Wójcik Wróbel Zając Żak"),
    ("Polish",),
)
SOUTH_ASIAN = Naming(
    _words("Aisha Amandeep Anjali Arjun Ayesha Bilal Deepak Fatima Farah Gurpreet Haroon Harjit Imran Jaspreet Kiran "
           "Meera Nadia Naveed Nusrat Parveen Priya Rajesh Razia Rohan Sadia Sanjay Shabana Sunita Tariq Usman Yasmin Zahid"),
    _words("Ahmed Akhtar Ali Begum Bhatti Chaudhry Desai Dhillon Gill Hussain Iqbal Kapoor Kaur Khan Mahmood Malik Mehta "
           "Miah Mistry Patel Rahman Rana Sandhu Shah Sharma Siddiqui Singh Uddin"),
    ("Urdu", "Punjabi", "Bengali (Sylheti)", "Gujarati"),
)  # fmt: skip
AFRICAN = Naming(
    _words("Abeni Adaeze Amara Chidi Chinwe Comfort Ebele Emeka Farai Folake Grace Ifeoma Kofi Kwame Lindiwe Ngozi Nia "
           "Olumide Patience Precious Rutendo Sade Tafadzwa Tendai Tunde Yaw Zainab"),
    _words("Abiola Adeyemi Agyeman Asante Balogun Boateng Chikwanha Danso Dlamini Eze Kamara Mensah Moyo Ncube Nwosu "
           "Obi Odusanya Okeke Okonkwo Osei Owusu Sesay Sibanda"),
)  # fmt: skip
CARIBBEAN = Naming(
    _words("Anthea Byron Carlton Cherelle Clive Delroy Desmond Earl Errol Gloria Leroy Marcia Marlon Monique Shanice "
           "Sonia Tanisha Trevor Winston Yvonne"),
    _words("Beckford Bogle Campbell Francis Gayle Gordon Grant Henry Hinds Lindo Morris Pinnock Pryce Reid Samuels Wynter"),
)  # fmt: skip
NEWER = Naming(
    _words("Abdullah Ana Andrei Bahar Dmytro Elena Eyob Farhad Gabriela Haval Hiwa Ioana Ivanka Karwan Layla Maryam Mihai "
           "Mohammed Oksana Omar Rania Rosa Samir Selam Shirin Stefania Viktoriia Yonas Yusuf Zahra"),
    _words("Abdi Aziz Bondarenko Dumitru Farah Ghebremedhin Haddad Hassan Ionescu Karim Kovalenko Mahdavi Mustafa "
           "Nasser Osman Popescu Rashid Salih Shevchenko Silva Tesfay Warsame Yildiz"),
    ("Arabic", "Kurdish (Sorani)", "Ukrainian", "Romanian", "Tigrinya", "Farsi", "Somali", "British Sign Language"),
)  # fmt: skip

NAMINGS = (
    *(BRITISH,) * 9,
    *(WELSH,) * 5,
    *(SOUTH_ASIAN,) * 2,
    *(NEWER,) * 2,
    POLISH,
    AFRICAN,
    CARIBBEAN,
)
"""In about the shares of a town in the north-east of Wales."""
