// Runs before Streamlit's own script: server address, page language, its built-in words.
(() => {
  // Streamlit would otherwise probe /compare/_stcore/... first: two 404s and a wait.
  const home = new URL("../", document.currentScript.src);
  window.__streamlit = { BACKEND_BASE_URL: home.href };

  // Streamlit has no locale setting. Exact matches only; figures and titles never match.
  const JA = {
    "Skip to main content": "本文へ移動",
    "App pages": "ページ一覧",
    "Main menu": "メニュー",
    "Sidebar": "ページ一覧",
    "Expand sidebar": "ページ一覧を開く",
    "Collapse sidebar": "ページ一覧を閉じる",
    "Navigate to home page": "ホームへ",
    "Notifications": "お知らせ",
    "Markdown content": "文章",
    "Running...": "計算中",
    "Stop": "止める",
    "Stop script": "計算を止める",
    "Close": "閉じる",
    "Open": "開く",
    "Search": "検索",
    "Clear all": "すべて消す",
    "Clear value": "消す",
    "Selected values": "選んだもの",
    "Select all": "すべて選ぶ",
    "No results": "該当なし",
    "No options to select": "選べるものがありません",
    "Choose an option": "選んでください",
    "Choose options": "選んでください",
    "Fullscreen": "全画面",
    "Close fullscreen": "全画面を閉じる",
    "Show data": "データを見る",
    "Show chart": "図を見る",
    "Show/hide columns": "列の表示",
    "Download as CSV": "CSVで保存",
    "Download as PNG": "PNGで保存",
    "Scroll tabs left": "左のタブへ",
    "Scroll tabs right": "右のタブへ",
    "Increment": "増やす",
    "Decrement": "減らす",
    "Previous page": "前のページ",
    "Next page": "次のページ",
    "Connection error": "サーバーに接続できません",
    "Page not found": "ページがありません",
    "Upload": "ファイルを選ぶ",
    "Add files": "ファイルを加える",
    "Drag and drop a file here": "ここにファイルを置いてください",
    "Drag and drop files here": "ここにファイルを置いてください",
    "Error:": "お知らせ：",
    "file upload": "ファイルを選ぶ",
    "add icon": "加える",
    "Add row": "行を加える",
    "Add row(s)": "行を加える",
    "Delete row(s)": "行を消す",
    "Choose date": "日を選ぶ",
    "Copy to clipboard": "コピー",
    "Copied": "コピーしました",
    "Press Ctrl+Enter to submit form": "Ctrl+Enter で実行",
    "Press ⌘+Enter to submit form": "⌘+Enter で実行",
  };
  const EN = Object.fromEntries(Object.entries(JA).map(([en, ja]) => [ja, en]));
  // Words of the place where files are left, with sizes and names in them: [English, what it becomes] and back.
  const UPLOADER = "[data-testid='stFileUploaderDropzone']";
  const SIZED = [
    [/^(\S+) per file( • .+)?$/, "ここに置いても選べます。1つ$1まで$2"],
    [/^Remove (.+)$/, "$1 を外す"],
    [/^(?:Error: )?File must be (\S+) or smaller\.$/, "ファイルは$1までです。大きいものは下の「これより大きいファイルは」をご覧ください。"],
    [/^(?:Error: )?.* files are not allowed\.$/, "この種類のファイルは選べません。"],
    [/^(?:Error: )?.*status code (\d+).*$/, "サーバーが受け取れませんでした（$1）。"],
  ];
  const SIZED_BACK = [
    [/^ここに置いても選べます。1つ(\S+?)まで( • .+)?$/, "$1 per file$2"],
    [/^(.+) を外す$/, "Remove $1"],
  ];
  const sized = (word) => {
    const [found, becomes] =
      (asked() === "ja" ? SIZED : SIZED_BACK).find(([pattern]) => pattern.test(word)) ?? [];
    return found && word.replace(found, becomes);
  };
  // The switch carries the codes that stand in the address; people see names.
  const LANGUAGES = { ja: "日本語", en: "English" };
  const SWITCH = ".st-key-narabe-language";
  const ATTRIBUTES = ["aria-label", "title", "placeholder"];

  const asked = () =>
    new URLSearchParams(location.search).get("lang") === "en" ? "en" : "ja";

  // Links of the navigation opened in a new tab keep the language, too.
  const NAVIGATION = ["stTopNavLink", "stTopNavDropdownLink", "stSidebarNavLink"]
    .map((name) => `a[data-testid='${name}']`)
    .join(", ");
  const speak = (link) => {
    const url = new URL(link.href);
    if (asked() === "en") url.searchParams.set("lang", "en");
    else url.searchParams.delete("lang");
    if (link.href !== url.href) link.href = url.href;
  };

  // On a phone Streamlit puts section headings between the items of a list, which is then no list
  // to a screen reader: what remains is a navigation of links.
  const ITEMS = "[data-testid='stSidebarNavItems']";
  const BROKEN_LIST = `${ITEMS}, ${ITEMS} li`;

  const translate = (root) => {
    // Back to English only what was translated: our own texts come in the right language.
    const words = asked() === "ja" ? JA : EN;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        const word = node.nodeValue.trim();
        if (Object.hasOwn(LANGUAGES, word) && node.parentElement?.closest(SWITCH)) {
          node.nodeValue = LANGUAGES[word];
          continue;
        }
        const uploader = node.parentElement?.closest(UPLOADER);
        if (Object.hasOwn(words, word) && (uploader || outside(node))) node.nodeValue = words[word];
        else if (uploader && sized(word)) node.nodeValue = sized(word);
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.matches(NAVIGATION)) speak(node);
        if (node.matches(BROKEN_LIST)) node.setAttribute("role", "presentation");
        // Named and focusable, so not without a role.
        if (node.matches(UPLOADER)) node.setAttribute("role", "group");
        for (const name of ATTRIBUTES) {
          const word = node.getAttribute(name);
          if (word && Object.hasOwn(words, word)) node.setAttribute(name, words[word]);
          else if (word && node.closest(UPLOADER) && sized(word)) node.setAttribute(name, sized(word));
        }
      }
    }
  };
  // Never touch what a page wrote itself.
  const OURS = "[data-testid='stMarkdownContainer'], [data-testid='stHeadingWithActionElements'], .vega-embed";
  const outside = (node) => !node.parentElement?.closest(OURS);

  const follow = () => {
    if (document.documentElement.lang === asked()) return;
    document.documentElement.lang = asked();
    translate(document.body);
  };
  // A link that names the language meets the switch, which adds it again: keep one.
  const once = (address) => {
    if (!address) return address;
    const url = new URL(address, location.href);
    const last = url.searchParams.getAll("lang").pop();
    if (last !== undefined) url.searchParams.set("lang", last);
    return url.href;
  };
  for (const name of ["pushState", "replaceState"]) {
    const original = history[name];
    history[name] = function (state, unused, address) {
      original.call(this, state, unused, once(address));
      follow();
    };
  }
  addEventListener("popstate", follow);

  // A button that opens another view of the same page shows it from the top, as a link would.
  addEventListener("click", (event) => {
    if (event.target.closest?.("[class*='st-key-leading-'] button"))
      document.querySelector("[data-testid='stMain']")?.scrollTo({ top: 0 });
  });

  // So is the next step of an import.
  let step = "";
  const atStep = () => {
    const now = document.querySelector(".st-key-narabe-steps")?.textContent ?? "";
    if (now && step && now !== step) document.querySelector("[data-testid='stMain']")?.scrollTo({ top: 0 });
    step = now || step;
  };

  // Style rules for paper cannot tell a tall chart from a wide one.
  const TALL = 700; // px
  addEventListener("beforeprint", () => {
    for (const drawing of document.querySelectorAll("svg.marks"))
      drawing.classList.toggle("narabe-tall", drawing.height.baseVal.value > TALL);
  });

  // On a phone the page list lies over the page: close it once a page is chosen.
  addEventListener("click", (event) => {
    const chosen = event.target.closest?.("a[data-testid='stSidebarNavLink']");
    const close = document.querySelector("[data-testid='stSidebarCollapseButton'] button");
    if (chosen && innerWidth < 768 && close) setTimeout(() => close.click(), 100);
  });

  addEventListener("DOMContentLoaded", () => {
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "attributes") translate(change.target);
        for (const node of change.addedNodes) translate(node);
      }
      atStep();
    }).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
  });
})();
