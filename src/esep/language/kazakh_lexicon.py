"""Kazakh words whose case endings the general rules would get wrong, and abbreviations."""

from __future__ import annotations

# Written short, read in full; the ending follows the word that is read.
READ_AS = {
    "%": "пайыз",
    "‰": "промилле",
    "млн": "миллион",
    "млрд": "миллиард",
    "трлн": "триллион",
    "га": "гектар",
    "км": "километр",
    "м": "метр",
    "м²": "метр",
    "м³": "метр",
    "км²": "километр",
    "кг": "килограмм",
    "т": "тонна",
    "тг": "теңге",
    "₸": "теңге",
    "ж": "жыл",
    "жж": "жылдар",
    "п.т": "тармақ",
}

# Harmony the letters do not tell.
BACK = frozenset({"ми"})
FRONT = frozenset({"банк", "пункт", "рубль"})

# Initials read as the phrase they stand for: серіктестігі, not the letters.
FRONT_INITIALS = frozenset({"ЖШС"})

# Initials read as one word though their last two letters are consonants: АҚШ-тың, АҚШ-қа.
WORD_INITIALS = frozenset({"АҚШ"})

# Words in -ы/-і that are stems and not "its something".
STEMS_IN_Y = frozenset(
    {
        *("екі", "алты", "жеті", "дәрі", "тері", "кісі", "бөрі", "сары", "ұлы", "тұщы", "ащы"),
        *("ақы", "жалақы", "сыйақы", "еңбекақы", "төлемақы", "қазы", "қарсы", "жақсы", "ірі"),
        *("сенбі", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі"),
    }
)

# Possessive heads that may stand alone with a capital letter, as titles do.
POSSESSIVE_HEADS = frozenset(
    {
        *("күші", "ағашы", "ауылы", "кенті"),
        *("облысы", "ауданы", "индексі", "көлемі", "үлесі", "саны", "құны", "деңгейі", "өнімі"),
        *("көрсеткіші", "индикаторы", "әкімі", "әкімдігі", "аппараты", "қоры", "банкі", "округі"),
        *("орны", "төрағасы", "аймағы", "инвестициясы", "бағдарламасы"),
    }
)
