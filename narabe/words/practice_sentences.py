"""What is said of fictional answers made for practice."""

from narabe.model.text import Text

MEASURES = {
    "share": Text("割合", "share"),
    "count": Text("人数", "count"),
    "rank": Text("順位", "rank"),
    "difference": Text("差", "difference"),
}


def figure(question: Text, option: Text, group: Text | None, measure: str) -> Text:
    """A figure by its names: question, option, group, and what is measured."""
    told = MEASURES[measure]
    among = Text(f"（{group.ja}）", f" ({group.en})") if group else Text("", "")
    return Text(
        f"{question.ja}：「{option.ja}」{among.ja}の{told.ja}",
        f"{question.en}: {told.en} of “{option.en}”{among.en}",
    )
