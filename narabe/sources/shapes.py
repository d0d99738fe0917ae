"""Columns of the tables that a document and an import both bring, as in the descriptors of data/published and data/metrics."""

from narabe.sources.tables import Type

SECTIONS: dict[str, Type] = {
    "section_id": "text",
    "heading_ja": "text",
    "heading_en": "text",
    "page": "text",
    "order": "integer",
}
WAVES: dict[str, Type] = {
    "wave_id": "text",
    "order": "integer",
    "title_ja": "text",
    "title_en": "text",
    "series_ja": "text",
    "series_en": "text",
    "short_ja": "text",
    "short_en": "text",
    "population_ja": "text",
    "population_en": "text",
    "mode_ja": "text",
    "mode_en": "text",
    "field_start": "date",
    "field_end": "date",
    "field_precision": "text",
    "invited": "integer",
    "answered": "integer",
    "rate": "number",
    "base_status": "text",
    "section": "text",
    "note_ja": "text",
    "note_en": "text",
    "same_as": "text",
}
RESPONDENTS: dict[str, Type] = {
    "wave_id": "text",
    "population": "text",
    "sex": "text",
    "age": "text",
    "count": "integer",
    "section": "text",
}
RESULTS: dict[str, Type] = {
    "wave_id": "text",
    "question_id": "text",
    "option_id": "text",
    "group_id": "text",
    "measure": "text",
    "value": "number",
    "low": "number",
    "high": "number",
    "decimals": "integer",
    "unit": "text",
    "base": "integer",
    "base_status": "text",
    "status": "text",
    "section": "text",
    "note_ja": "text",
    "note_en": "text",
}
