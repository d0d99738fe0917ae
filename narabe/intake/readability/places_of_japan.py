"""Names of areas: the 47 prefectures, and what the official name of a municipality ends in (JIS X 0401, 0402)."""

# fmt: off
PREFECTURES = (
    "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県",
    "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県",
    "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県",
    "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県",
    "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
)
# fmt: on
"""In the order of their codes 01 to 47."""
SHORTENED = frozenset(name[:-1] for name in PREFECTURES if name != "北海道")
OFFICIAL_ENDS = ("都", "道", "府", "県", "市", "区", "町", "村", "郡")
NOT_AREAS = frozenset(("全国", "県外", "市外", "国外", "海外", "不明", "その他", "無回答", "県内", "市内"))


def is_official(name: str) -> bool:
    """Whether a name is written in full: 福島県, 郡山市, 福島県郡山市."""
    return name.endswith(OFFICIAL_ENDS)


def is_area_code(text: str) -> bool:
    """Five digits, six with the check digit, or two of a prefecture; the first two are 01 to 47."""
    return text.isdigit() and len(text) in (2, 5, 6) and 1 <= int(text[:2]) <= len(PREFECTURES)
