"""The question each page answers."""

from narabe.model.text import Text

HOME = Text("市民の声と市の取組を、並べて見る", "What residents say, beside what the city does")
VOICES = Text("市民・事業者・職員は何を話したか", "What did residents, firms and city staff say?")
WHO_WAS_HEARD = Text("載っているのは、誰の声か", "Whose voices are in print?")
HISTORY = Text("市のデジタル化は、どう進んできたか", "How did the city go digital?")
KPI = Text(
    "DX計画の指標は、目標に向かって進んでいるか", "Are the plan's indicators moving towards their targets?"
)
OPERATIONS = Text("5レスは、何がどこまで分かっているか", "What is known of each of the five “less” aims?")
PROJECTS = Text("70の個別事業は、何を支えているか", "What do the 70 projects serve?")
PEERS = Text(
    "盛岡市・白河市と、どこまで並べられるか", "How far can Morioka and Shirakawa be set beside Koriyama?"
)
EXPLORE = Text("どの数値があり、どう持ち出せるか", "Which figures are there, and how to take them away?")
SOURCES = Text("数値の出典と確認事項", "Where does each figure come from?")
STAGE = Text("会場に何を見せ、何を尋ねるか", "What to show the room, and what to ask it?")
INTAKE = Text("手元のデータを、公表の数値に並べる", "Set your own data beside the published figures")
