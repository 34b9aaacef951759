"use strict";
// The search of an exported reference. It knows the links in the lists of the page and nothing else.
(() => {
  const field = document.getElementById("query");
  const found = document.getElementById("found");
  const FIRSTS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
  const VOWELS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" ");
  const LASTS = "- ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(" ");
  const CLUSTERS = { "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ" };
  const fold = (text) => text.normalize("NFC").toLowerCase().replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const syllable = (char) => { const at = char.charCodeAt(0) - 0xac00; return at >= 0 && at < 11172 ? at : -1; };
  // The keys in which a text is typed: a word that is typed half is then a prefix of the whole.
  const strokes = (text) => [...text].map((char) => {
    const at = syllable(char);
    if (at < 0) return CLUSTERS[char] || char;
    return FIRSTS[Math.floor(at / 588)] + VOWELS[Math.floor(at / 28) % 21] + (at % 28 ? LASTS[at % 28] : "");
  }).join("");
  const initials = (text) => [...text].map((char) => (syllable(char) < 0 ? char : FIRSTS[Math.floor(syllable(char) / 588)])).join("");
  const words = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  // In the single file the neighbours stand in no list.
  const unlisted = [...document.querySelectorAll("article > h4:first-child")].map((heading) => {
    const link = document.createElement("a");
    link.href = `#${heading.parentNode.id}`;
    link.innerHTML = heading.innerHTML;
    link.dataset.also = [...heading.parentNode.querySelectorAll(".quiet code")].map((name) => name.textContent).join("|");
    return link;
  });
  const rows = [...document.querySelectorAll("nav a"), ...unlisted].map((link) => {
    const number = fold(link.querySelector("b")?.textContent.trim() ?? "");
    const named = [...link.querySelectorAll("span, small")].map((part) => part.textContent);
    const also = (link.dataset.also ?? "").split("|").filter(Boolean);
    const texts = [...named.map((name) => [name, 0]), ...also.map((name) => [name, 3])].map(([name, worse]) => {
      const parts = words(name);
      const starts = parts.map((_, at) => parts.slice(at).join(""));
      return { worse, starts: starts.map(strokes), firsts: starts.map(initials) };
    });
    return { link, number, id: fold(link.hash.slice(1) || number), code: "order" in link.dataset, order: Number(link.dataset.order ?? 3), texts };
  });

  // Smaller is better; null does not match.
  const byNumber = (row, typed) => {
    if (row.number === typed || row.id === typed) return row.code ? 0 : 2;
    if (!row.code) return null;
    const wild = /^([1-5])(\d?)x{1,2}$/.exec(typed);
    if (wild && typed.length === 3) return row.number.startsWith(wild[1] + wild[2]) ? 1 : null;
    return /^\d{1,2}$/.test(typed) && row.number.startsWith(typed) ? 1 : null;
  };
  const byName = (row, typed) => {
    const keys = strokes(typed);
    const onlyFirsts = /^[ㄱ-ㅎ]+$/.test(typed);
    let best = null;
    for (const { worse, starts, firsts } of row.texts) {
      const has = (list, key, exact) => list.some((text, at) => at === 0 && (exact ? text === key : text.startsWith(key)));
      let rank = null;
      if (has(starts, keys, true)) rank = 3;
      else if (has(starts, keys, false)) rank = 4;
      else if (starts.some((text) => text.startsWith(keys))) rank = 5;
      else if (onlyFirsts && firsts.some((text) => text.startsWith(keys))) rank = has(firsts, keys, false) ? 4 : 5;
      else if (keys.length > 2 && starts[0]?.includes(keys)) rank = 6;
      if (rank !== null && (best === null || rank + worse < best)) best = rank + worse;
    }
    return best;
  };
  const search = (query) => {
    const parts = words(query);
    const whole = fold(query.trim());
    if (!parts.length) return [];
    return rows.map((row, at) => {
      let rank = byNumber(row, whole) ?? byName(row, parts.join(""));
      if (rank === null && parts.length > 1) {
        const each = parts.map((part) => byNumber(row, part) ?? byName(row, part));
        rank = each.includes(null) ? null : 10 + Math.max(...each);
      }
      return { row, rank, at };
    }).filter(({ rank }) => rank !== null)
      .sort((a, b) => a.rank - b.rank || a.row.order - b.row.order || a.at - b.at).slice(0, 50).map(({ row }) => row.link);
  };

  const show = () => {
    const links = search(field.value);
    found.replaceChildren(...links.map((link) => link.cloneNode(true)));
    if (!links.length && field.value.trim()) found.textContent = field.dataset.nothing;
  };
  const close = () => { field.value = ""; show(); };
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    if (event.key === "Enter") found.querySelector("a")?.click();
    if (event.key === "ArrowDown") { found.querySelector("a")?.focus(); event.preventDefault(); }
  });
  found.addEventListener("keydown", (event) => {
    const next = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (event.key === "Escape") { close(); field.focus(); }
    if (next) { (document.activeElement[next] ?? field).focus(); event.preventDefault(); }
  });
  found.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName) && document.activeElement.type !== "radio";
    if (event.key === "/" && !typing) { field.focus(); event.preventDefault(); }
  });
  field.hidden = false;
})();
