"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.languages import guess_language, in_english


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "The river rose by four metres and it was not the first time that this has happened."),
        ("de", "Der Fluss stieg um vier Meter, und das ist nicht das erste Mal, dass es so weit kam."),
        ("fr", "La rivière est montée de quatre mètres et ce n’est pas la première fois que cela arrive."),
        ("es", "El río subió cuatro metros y no es la primera vez que esto pasa en la ciudad."),
        ("it", "Il fiume è salito di quattro metri e non è la prima volta che questo succede."),
        ("pt", "O rio subiu quatro metros e não é a primeira vez que isso acontece na cidade."),
        ("nl", "De rivier steeg met vier meter en het is niet de eerste keer dat dit in de stad gebeurt."),
        ("sv", "Floden steg fyra meter och det är inte första gången som det händer i staden."),
        ("pl", "Rzeka podniosła się o cztery metry i nie jest to pierwszy raz, że to się dzieje w mieście."),
        ("tr", "Nehir dört metre yükseldi ve bu şehirde ilk kez olan bir olay değil, daha önce de oldu."),
        ("ru", "Река поднялась на четыре метра, и это не первый раз, что так было в этом городе."),
        ("uk", "Річка піднялася на чотири метри, і це не перший раз, що таке було в цьому місті."),
        ("ar", "ارتفع النهر أربعة أمتار في المدينة، وهذا ما كان قد حدث من قبل في هذا العام."),
        ("fa", "رودخانه چهار متر بالا آمد و این بار اول نیست که در شهر به این شکل می شود."),
        ("he", "הנהר עלה בארבעה מטרים וזו לא הפעם הראשונה שזה קורה."),
        ("hi", "नदी चार मीटर ऊपर आई और यह शहर में पहली बार नहीं है कि ऐसा हुआ है।"),
        ("zh", "河水上涨了四米，这不是第一次发生。"),
        ("ja", "川の水位が四メートル上がったのは初めてではない。"),
        ("ko", "강물이 4미터 올랐고 이번이 처음은 아니다."),
        ("th", "แม่น้ำสูงขึ้นสี่เมตร"),
        ("el", "Το ποτάμι ανέβηκε τέσσερα μέτρα."),
    ],
)
def test_a_sentence_tells_its_language(tag: str, words: str) -> None:
    assert guess_language(words) == tag


@pytest.mark.parametrize("words", ["", "4.2", "😀😀", "AB", "River 2026", "a", "Xylo kwer blim trosk dwen."])
def test_too_little_to_tell_gives_nothing(words: str) -> None:
    assert guess_language(words) == ""


def test_words_that_two_languages_share_tell_neither() -> None:
    assert guess_language("Det var en dag i april, og han var med til byen.") == ""


def test_a_foreign_name_does_not_change_the_language() -> None:
    assert guess_language("The paper 人民日报 said that the river was not as high as it has been in the past.") == "en"


@given(st.text())
def test_any_text_gives_a_short_tag_or_none(text: str) -> None:
    assert len(guess_language(text)) in (0, 2)


@pytest.mark.parametrize(
    ("tag", "name"), [("en", "English"), ("EN", "English"), ("de-CH", "German (de-CH)"), ("tlh", "tlh"), ("", "")]
)
def test_a_language_is_told_by_its_name(tag: str, name: str) -> None:
    assert in_english(tag) == name
