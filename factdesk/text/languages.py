"""Which language a text is in, by its script and its commonest small words.

A proposal for the intake dialog, not a verdict: where two languages are close, or the text is too
short to tell, the answer is empty.
"""

from __future__ import annotations

import re
from collections import Counter

_PROBE = 20_000
_LEAST_HITS = 3
_LEAD = 1.25

_SMALL_WORDS = {
    "en": (
        "the of and to in is that it for was on with as are by from at this have has be not but they his an "
        "which or were"
    ),
    "de": (
        "der die das und ist nicht mit von den dem ein eine zu auf für sich auch wird im als es aus bei nach "
        "dass hat sie war"
    ),
    "fr": (
        "le la les des et est une du dans que qui pour pas sur au avec par ce il sont plus cette ont été aux "
        "mais nous elle"
    ),
    "es": (
        "el la los las de que y en un una por con para del se es no su al como más pero fue ha este sobre entre también"
    ),
    "it": (
        "il la di che e un una per del della è non con si le da sono dei alla nel anche più ma gli ha come lo questo"
    ),
    "pt": (
        "o a os as de que e um uma para com não do da em no na por mais dos das se foi ao ele como são mas pelo também"
    ),
    "nl": (
        "de het een en van is dat niet op te zijn met voor die aan er om ook als door bij maar heeft naar werd "
        "uit wordt"
    ),
    "sv": "och att det som en är på för av med den till inte har ett om de han var men sig från vid också efter",
    "da": "og at det som en er på for af med den til ikke har et om de han var men sig fra ved også efter blev",
    "nb": "og at det som en er på for av med den til ikke har et om de han var men seg fra ved også etter ble",
    "pl": "i w na się nie że z do jest to od o jak po za przez ale oraz dla być który są ma było przed",
    "cs": "a v na se je že z do o jako po za ale pro který jsou byl podle také by k s má před",
    "ro": "și în de la cu pe nu că o este un din mai pentru care sunt a fost prin după dar au ale sau",
    "hu": "a az és hogy nem is egy van volt de meg már csak ez mint azt el ki még után kell szerint",
    "tr": "ve bir bu da de için ile çok olarak gibi daha var ne kadar sonra olan en ama değil o göre",
    "id": "yang dan di dari untuk dengan ini pada tidak dalam itu akan adalah ke oleh juga sebagai telah karena bahwa",
    "vi": "và của là có được cho không các một trong đã với này những người khi để ở về đến từ cũng",
    "fi": "ja on ei se että hän oli mutta myös kuin ovat joka mukaan sen ole tai olla vuonna jos jo",
    "ru": "и в не на что с он по как это но его к из за от для был так же о у также году после",
    "uk": "і в не на що з він та як це але його до від за для був про у також після є й року які",
    "bg": "и в не на че с той по как това но към от за ще се да е са като при също след има",
    "sr": "и у не на да се је за од са који су то као али из по што није након би",
    "ar": "في من على أن إلى التي عن مع هذا كان قد ما لا هذه الذي بعد ذلك كما بين أو وقد حول",
    "fa": "در از به که این را با است آن برای و یک تا خود بر هم کرد شد می بود او نیز کند های",
    "ur": "کے میں کی ہے اور سے کا نے کو پر ہیں کہ یہ اس بھی تھا ان ہو گیا جو کر تھی",
    "hi": "के में की है और से का को पर हैं कि ने यह भी इस था एक हो लिए नहीं",
    "mr": "आणि आहे या च्या आहेत तर की हा हे ते नाही होते मध्ये करण्यात आला",
}
LANGUAGES = tuple(_SMALL_WORDS)
"""BCP 47 tags of the languages that are told by their small words."""

_WORDS = {tag: frozenset(words.split()) for tag, words in _SMALL_WORDS.items()}

_FAMILIES = {
    "latin": (
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "sv",
        "da",
        "nb",
        "pl",
        "cs",
        "ro",
        "hu",
        "tr",
        "id",
        "vi",
        "fi",
    ),
    "cyrillic": ("ru", "uk", "bg", "sr"),
    "arabic": ("ar", "fa", "ur"),
    "devanagari": ("hi", "mr"),
}
_SCRIPTS = (
    ("latin", re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
    ("cyrillic", re.compile("[\u0400-\u052f]")),
    ("arabic", re.compile("[\u0620-\u06ff\u0750-\u077f]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("devanagari", re.compile("[\u0900-\u097f]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("kana", re.compile("[\u3041-\u30ff]")),
    ("han", re.compile("[\u3400-\u9fff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
)
_LETTERS = (
    ("uk", re.compile("[іїєґ]")),
    ("ru", re.compile("[ыэё]")),
    ("ur", re.compile("[ٹڈڑںےھ]")),
    ("fa", re.compile("[پچژگ\u06cc\u06a9]")),
)
"""Letters that only one language of a script has."""

_WORD = re.compile(r"[^\s\d.,;:!?…“”„\"()\[\]{}«»।،؛؟—–_/|*#<>]+")
"""Whatever stands between spaces and stops: the vowel signs of Hindi are no letters to ``\\w``."""


def guess_language(text: str) -> str:
    """Return the BCP 47 tag of the language of ``text``, or "" where it cannot be told.

    Looks at the first 20,000 characters only.
    """
    probe = text[:_PROBE].lower()
    counts = {name: len(script.findall(probe)) for name, script in _SCRIPTS}
    if counts["kana"] + counts["han"] >= max(counts.values()) > 0:
        # Japanese mixes kana with Han; Chinese has kana in a name now and then.
        return "ja" if counts["kana"] * 10 > counts["han"] else "zh"
    main = max(counts, key=lambda name: counts[name])
    if counts[main] < 2:
        return ""
    return _by_words(probe, main) if main in _FAMILIES else main


def _by_words(probe: str, script: str) -> str:
    tags = _FAMILIES[script]
    words = Counter(_WORD.findall(probe))
    hits = Counter({tag: sum(words[word] for word in _WORDS[tag]) for tag in tags})
    for tag, letters in _LETTERS:
        if tag in tags and hits[tag]:
            hits[tag] += len(letters.findall(probe))
    (best, most), (_, second) = hits.most_common(2)
    return best if most >= _LEAST_HITS and most >= second * _LEAD else ""


_NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "sv": "Swedish", "da": "Danish", "nb": "Norwegian", "pl": "Polish", "cs": "Czech",
    "ro": "Romanian", "hu": "Hungarian", "tr": "Turkish", "id": "Indonesian", "vi": "Vietnamese", "fi": "Finnish",
    "ru": "Russian", "uk": "Ukrainian", "bg": "Bulgarian", "sr": "Serbian", "ar": "Arabic", "fa": "Persian",
    "ur": "Urdu", "hi": "Hindi", "mr": "Marathi", "he": "Hebrew", "ko": "Korean", "ja": "Japanese", "zh": "Chinese",
    "th": "Thai", "el": "Greek", "bn": "Bengali", "ta": "Tamil", "ka": "Georgian", "hy": "Armenian",
}  # fmt: skip


def in_english(tag: str) -> str:
    """Return the English name of a BCP 47 tag's language, with a tag that says more behind it: "English (en-GB)".

    A language that ``guess_language`` does not know keeps its tag.
    """
    name = _NAMES.get(tag.partition("-")[0].lower())
    if name is None:
        return tag
    return f"{name} ({tag})" if "-" in tag else name
