// The page of the studio. It asks the server and shows what it answers; what a promotion says, costs and does is worked out there.
// All markup that comes from the server is escaped there; texts are put in as texts.
import { openEditor } from "/editor.js";

const at = (id) => document.getElementById(id);
const TOKEN = "plaindeal-token";
if (location.hash.length > 1) {
  sessionStorage.setItem(TOKEN, location.hash.slice(1));
  history.replaceState(null, "", "/");
}

const GONE = "The studio does not answer. Your text is kept in this browser; start the studio again and open the link it prints.";

/** Asks the server. What it refuses comes back with its problems; only a server that is not there throws. */
async function ask(question, fields = {}) {
  const response = await fetch("/api/" + question, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Plaindeal-Token": sessionStorage.getItem(TOKEN) || "" },
    body: JSON.stringify(fields),
  });
  const answer = { ok: response.ok, status: response.status, ...(await response.json()) };
  if (at("status").textContent === GONE) say("");
  return answer;
}

/** Whether something was answered; what was refused is told. */
function answered(answer, what = "") {
  if (!answer.ok) say([what, sentence(answer.problems)].filter(Boolean).join(" "), true);
  return answer.ok;
}

function say(text, bad = false) {
  at("status").textContent = text;
  at("status").classList.toggle("bad", bad);
}

/** For a press of a button: that the studio is gone is told and not lost. */
const told = (act) => () => Promise.resolve(act()).catch(() => say(GONE, true));

const ended = (text) => (/[.!?]$/.test(text) ? text : text + ".");
const sentence = (problems) => (problems || []).map((one) => [one.file && one.file.endsWith(".drl") ? one.file + ":" : "", ended(one.message), one.hint].filter(Boolean).join(" ")).join(" ");

function element(tag, text = "", attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** Runs the newest of what is asked for: one at a time, and nothing that is out of date before it begins. */
function newest(work) {
  let running = false;
  let wanted = false;
  return async function run() {
    if (running) { wanted = true; return; }
    running = true;
    do {
      wanted = false;
      try { await work(); } catch (gone) { say(GONE, true); }
    } while (wanted);
    running = false;
  };
}

// ---- drafts: what is typed is kept in this browser until it is saved, by the folder it belongs to ----

const drafts = {
  folder: "",
  start() { return "plaindeal-draft:" + this.folder + ":"; },
  read(path) { try { return JSON.parse(localStorage.getItem(this.start() + path)); } catch (broken) { return null; } },
  keep(path, draft) {
    try { localStorage.setItem(this.start() + path, JSON.stringify(draft)); } catch (full) { say("This browser keeps no drafts: its storage is full. Save often.", true); }
  },
  drop(path) { localStorage.removeItem(this.start() + path); },
  /** What was typed behind the text that is saved stays, and is told by the new version. */
  saved(path, text, version) {
    const draft = this.read(path);
    if (draft && draft.text !== text) this.keep(path, { ...draft, version }); else this.drop(path);
  },
  paths() { return Object.keys(localStorage).filter((key) => key.startsWith(this.start())).map((key) => key.slice(this.start().length)).sort(); },
};

// ---- the list ----

let promotions = [];

async function loadList() {
  const answer = await ask("promotions");
  if (!answered(answer)) return;
  promotions = answer.promotions;
  drafts.folder = answer.folder;
  const markets = [...new Set(promotions.flatMap((one) => one.markets))].sort();
  if ([...at("market").options].slice(1).map((option) => option.value).join() !== markets.join()) {
    const chosen = at("market").value;
    at("market").replaceChildren(new Option("all", ""), ...markets.map((market) => new Option(market, market)));
    at("market").value = markets.includes(chosen) ? chosen : "";
  }
  showList();
  at("disk").hidden = answer.problems.length === 0;
  at("disk-problems").replaceChildren(problemList(answer.problems, true));
  if (!answer.scored) setTimeout(() => loadList().catch(() => say(GONE, true)), 700);
}

const nameOf = (path) => path.split("/").pop().replace(/\.drl$/, "");

const SVG = "http://www.w3.org/2000/svg";

function bar(score, floor) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("aria-hidden", "true");
  for (const [kind, width] of [["track", 100], [score < floor ? "more" : "less", score]]) {
    const rect = document.createElementNS(SVG, "rect");
    rect.setAttribute("class", kind);
    rect.setAttribute("width", width + "%");
    rect.setAttribute("height", "100%");
    svg.append(rect);
  }
  return svg;
}

function listed(one) {
  const button = element("button", "", { type: "button", "data-path": one.path });
  button.append(element("span", one.name, { class: "name" }));
  const points = element("span", "", { class: "points" });
  if ("score" in one) points.append(bar(one.score, one.floor), element("span", one.score.toFixed(0)));
  button.append(points);
  const when = { now: "holds now", soon: "soon", over: "over", broken: "cannot be used", draft: "not saved yet" }[one.season];
  const facts = element("span", [one.markets.join(", ") || (one.season === "draft" ? "" : "any market"), one.layer.replace("-", " "), when, one.dates].filter(Boolean).join(" · "), { class: "facts" });
  if (one.warnings) facts.append(element("span", " · " + one.warnings + (one.warnings === 1 ? " warning" : " warnings"), { class: "warn" }));
  if (one.season !== "draft" && drafts.read(one.path)) facts.append(" · edited, not saved");
  button.append(facts);
  if (one.path === file.path) button.setAttribute("aria-current", "true");
  button.addEventListener("click", told(() => open(one.path)));
  const item = element("li");
  item.append(button);
  return item;
}

function showList() {
  const words = at("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (one) => words.every((word) => [one.path, one.says, one.layer].join(" ").toLowerCase().includes(word));
  const shown = promotions.filter((one) =>
    (!at("market").value || one.markets.length === 0 || one.markets.includes(at("market").value))
    && (!at("season").value || one.season === at("season").value)
    && has(one));
  const unsaved = drafts.paths().filter((path) => !promotions.some((one) => one.path === path))
    .map((path) => ({ path, name: nameOf(path), says: "", markets: [], layer: "", season: "draft", dates: "" })).filter(has);
  const focused = document.activeElement?.closest("#list") && document.activeElement.dataset.path;
  at("count").textContent = shown.length + " of " + promotions.length;
  at("list").replaceChildren(...[...unsaved, ...shown].map(listed));
  if (focused) document.querySelector(`#list [data-path="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

// ---- one promotion ----

/** What is open. Another promotion is another object: who has waited for an answer sees whether it is still about what is open. */
let file = { path: "", version: "", saved: "", savable: false };
let editor;
let problems = [];
let opening = {};

function show(path, text, { version, saved }) {
  file = { path, version, saved, savable: false };
  opening = {};
  problems = [];
  at("hello").hidden = true;
  at("work").hidden = false;
  named(path);
  at("note").hidden = true;
  at("choices").replaceChildren();
  editor.open(text);
  document.querySelectorAll("#list [aria-current]").forEach((one) => one.removeAttribute("aria-current"));
  document.querySelector(`#list [data-path="${CSS.escape(path)}"]`)?.setAttribute("aria-current", "true");
  at("name").focus();
  edited(text);
}

function named(path) {
  at("name").textContent = path ? nameOf(path) : "New promotion";
  at("path").textContent = path || "The form says where it belongs.";
}

function shut() {
  file = { path: "", version: "", saved: "", savable: false };
  at("work").hidden = true;
  at("hello").hidden = false;
}

async function open(path) {
  const mine = opening = {};
  const answer = await ask("open", { path });
  if (mine !== opening) return;
  const draft = drafts.read(path);
  const gone = !answer.ok && answer.problems.some((one) => one.code === "no-such-file");
  if (gone && draft) {
    show(path, draft.text, { version: "", saved: "" });
    note("This is your text of " + draft.at + ", and no file has it.", "Throw it away", () => { drafts.drop(path); shut(); showList(); });
  } else if (answered(answer)) {
    const kept = draft && draft.text !== answer.text;
    if (!kept) drafts.drop(path);
    show(path, kept ? draft.text : answer.text, { version: kept ? draft.version : answer.version, saved: answer.text });
    if (kept) note("This is your text of " + draft.at + ", which is not saved.", "Take the saved text", told(() => { drafts.drop(path); return open(path); }));
  } else {
    await loadList();
    return;
  }
  setView("text");
  await chooseBasket(path);
}

function note(text, label, act) {
  const button = element("button", label, { type: "button" });
  button.addEventListener("click", act);
  at("note").replaceChildren(element("span", text), button);
  at("note").hidden = false;
}

function edited(text) {
  const before = Boolean(drafts.read(file.path));
  if (text === file.saved) drafts.drop(file.path);
  else if (file.path) drafts.keep(file.path, { text, version: file.version, at: new Date().toLocaleString() });
  if (before !== Boolean(drafts.read(file.path))) showList();
  for (const id of ["words", "scores", "receipt", "impact"]) at(id).classList.add("stale");
  buttons();
  tryIt();
}

function buttons() {
  const edits = Boolean(file.path) && editor.text() !== file.saved;
  at("save").disabled = !file.savable || !edits;
  at("why").textContent = edits && !file.savable && problems.some((one) => one.severity === "error") ? "This cannot be saved before the errors below are mended." : "";
  for (const id of ["duplicate", "aside", "difference"]) at(id).disabled = !file.version;
}

function problemList(found, go) {
  const list = element("ul");
  for (const one of found) {
    const item = element("li", "", { class: one.severity });
    const here = one.file === file.path;
    const where = here || !go ? "line " + (one.line || 1) : one.file;
    const known = go && (here || promotions.some((other) => other.path === one.file));
    const place = known ? element("button", where, { type: "button" }) : element("code", one.pointer || where);
    if (known) place.addEventListener("click", told(() => (here ? editor.go(one.line, one.column) : open(one.file))));
    item.append(place, " " + ended(one.message) + " " + (one.hint || ""));
    list.append(item);
  }
  return list;
}

const tryIt = newest(async () => {
  const mine = file;
  const text = editor.text();
  if (!mine.path) return;
  const answer = await ask("try", { path: mine.path, text, basket: at("b-json").value });
  if (mine !== file || !answered(answer)) return;
  problems = answer.problems;
  mine.savable = answer.savable;
  editor.problems(problems.filter((one) => one.file === mine.path));
  at("problems").replaceChildren(problems.length ? problemList(problems, true) : element("p", "No problem.", { class: "soft" }));
  fill("words", answer.words);
  fill("scores", answer.scores);
  at("basket-problems").replaceChildren(problemList(answer.basketProblems || [], false));
  fill("receipt", answer.basketProblems?.some((one) => one.severity === "error") ? "" : answer.receipt);
  buttons();
  document.body.dataset.tried = text === editor.text() ? "yes" : "no";
  if (answer.clean) weigh();
});

function fill(id, markup) {
  if (markup === undefined) return;
  at(id).innerHTML = markup;
  at(id).classList.remove("stale");
}

let inTheWay = 0;

const weigh = newest(async () => {
  const mine = file;
  const text = editor.text();
  if (!mine.path) return;
  const answer = await ask("impact", { path: mine.path, text });
  if (mine !== file || text !== editor.text()) return;
  // Two pages on one studio stop each other; each waits longer than before, so that one of them comes to its end.
  inTheWay = answer.state === "superseded" ? inTheWay + 1 : 0;
  if (answer.state === "superseded") {
    setTimeout(weigh, 300 * inTheWay);
  } else if (answer.state === "warming") {
    at("impact").classList.remove("stale");
    at("impact").replaceChildren(element("p", "Pricing the baskets with the saved rules: " + answer.done + " of " + answer.of + " …", { class: "soft" }));
    setTimeout(weigh, 250);
  } else if (answer.state === "known") {
    fill("impact", answer.impact);
    document.body.dataset.weighed = text.length + ":" + answer.tried;
  } else {
    at("impact").replaceChildren(element("p", sentence(answer.problems)));
  }
});

// ---- saving ----

let saves = Promise.resolve();

/** One after the other: what is saved twice in a hurry is no conflict with oneself. */
function save(mine = file, text = editor.text()) {
  const saved = saves.catch(() => {}).then(() => (text === mine.saved ? undefined : store(mine, text, mine.version)));
  saves = saved;
  return saved;
}

async function store(mine, text, version) {
  const answer = await ask("save", { path: mine.path, text, version });
  if (answer.status === 409) { await conflict(mine, text, answer); return; }
  if (!answered(answer, "Not saved.")) return;
  Object.assign(mine, { version: answer.version, saved: text });
  drafts.saved(mine.path, text, answer.version);
  if (mine === file) {
    at("note").hidden = true;
    edited(editor.text());
  }
  await loadList();
  if (!version) {
    await loadBaskets();
    if (mine === file) await chooseBasket(mine.path);
  }
  say([version ? "Saved " + mine.path + "." : "Saved the new promotion " + mine.path + ".", answer.told].filter(Boolean).join(" "));
}

async function conflict(mine, text, theirs) {
  const { choice } = await dialog("Somebody else has changed this file", {
    text: mine.path + (theirs.version ? " is not what it was when you opened it. This is what it says now:" : " is not there any more."),
    pre: theirs.text,
    buttons: ["Keep editing", ...(theirs.version ? ["Take theirs"] : []), "Save mine in its place"],
  });
  if (choice === "Take theirs") { drafts.drop(mine.path); await open(mine.path); }
  if (choice === "Save mine in its place") await store(mine, text, theirs.version);
}

let dialogs = Promise.resolve();

/** Asks in a window, one question after the other. Enter presses the last button, which is the one it is about. */
function dialog(title, question) {
  const answer = dialogs.then(() => asked(title, question));
  dialogs = answer;
  return answer;
}

function asked(title, { text = "", pre = "", input = null, buttons: names }) {
  at("d-title").textContent = title;
  at("d-text").textContent = text;
  at("d-pre").hidden = !pre;
  at("d-pre").textContent = pre;
  at("d-label").hidden = input === null;
  at("d-label").firstElementChild.textContent = input?.label || "";
  at("d-input").value = input?.value || "";
  at("d-buttons").replaceChildren(...names.map((name, i) => {
    const main = i === names.length - 1;
    const button = element("button", name, { type: main ? "submit" : "button", value: name, ...(main ? { class: "main" } : {}) });
    if (!main) button.addEventListener("click", () => at("dialog").close(name));
    return button;
  }));
  at("dialog").returnValue = "";
  at("dialog").showModal();
  return new Promise((done) => at("dialog").addEventListener("close", () => done({ choice: at("dialog").returnValue, typed: at("d-input").value.trim() }), { once: true }));
}

async function duplicate() {
  const mine = file;
  const text = editor.text();
  const old = nameOf(mine.path);
  const { choice, typed } = await dialog("Duplicate " + old, { input: { label: "Name of the copy", value: old + "-copy" }, buttons: ["Cancel", "Duplicate"] });
  if (choice !== "Duplicate" || !typed) return;
  const path = mine.path.replace(/[^/]+$/, typed + ".drl");
  if (isTaken(path)) { say("There is a promotion " + typed + " already.", true); return; }
  show(path, text.replace(`rule "${old}"`, `rule "${typed}"`), { version: "", saved: "" });
  setView("text");
}

/** Whether there is a promotion of this name, or one that is not saved yet. */
const isTaken = (path) => promotions.some((one) => one.name === nameOf(path)) || drafts.paths().some((one) => nameOf(one) === nameOf(path));

async function putAside() {
  const mine = file;
  const edits = editor.text() !== mine.saved;
  const { choice } = await dialog("Put " + mine.path + " aside?", {
    text: "Its name gets a _ before it and it is not used any more. Nothing is deleted: rename it to bring it back."
      + (edits ? " What you typed and did not save stays in the list, not saved." : ""),
    buttons: ["Cancel", "Put aside"] });
  if (choice !== "Put aside") return;
  const answer = await ask("aside", { path: mine.path, version: mine.version });
  if (answer.status === 409) { say("Not put aside: somebody else has changed the file. Open it again first.", true); return; }
  if (!answered(answer, "Not put aside.")) return;
  if (mine === file) shut();
  await loadList();
  say("Put aside " + mine.path + ".");
  at("search").focus();
}

async function difference() {
  const mine = file;
  const answer = await ask("difference", { path: mine.path });
  if (!answered(answer)) return;
  const text = {
    changed: "As saved on disk:", same: "Nothing: the file on disk says what the last revision says.", new: "No revision has this file yet: all of it is new.",
    unknown: "There is no git repository around the folder, or no revision in it.",
  }[answer.since];
  await dialog("What changed in " + nameOf(mine.path) + " since the last revision", { text, pre: answer.difference, buttons: ["Close"] });
}

async function layOut() {
  const mine = file;
  const text = editor.text();
  const answer = await ask("format", { path: mine.path, text });
  if (mine !== file || !answered(answer)) return;
  if (text === editor.text()) editor.replace(answer.text); else say("You typed meanwhile; press Lay out again.", true);
}

// ---- the form: the questions of the command `new`, which write the same file ----

function setView(view) {
  at("form").hidden = view !== "form";
  at("text").hidden = view === "form";
  at("as-form").setAttribute("aria-pressed", String(view === "form"));
  at("as-text").setAttribute("aria-pressed", String(view !== "form"));
}

async function openForm() {
  const mine = file;
  const answer = await ask("form", { path: mine.path, text: editor.text() });
  if (mine !== file || !answered(answer)) return;
  setView("form");
  if (!answer.possible) {
    at("form").replaceChildren(element("p", "This promotion says more than the form can ask. Edit it as text; the words are explained below it."));
    return;
  }
  questions(answer);
  if (answer.part) {
    at("form").prepend(element("p", "The form changes what it asks for where it stands; everything else in the file stays as it is. The sentence at its top is "
      + "yours: see that it still says the same.", { class: "soft" }));
  }
}

function questions(answer) {
  const focused = document.activeElement?.name;
  at("form").replaceChildren(...answer.questions.map((one) => {
    const label = element("label", one.choices.length ? one.words.split(":")[0] : one.words);
    const field = one.choices.length ? element("select") : element("input", "", { autocomplete: "off" });
    field.name = one.name;
    if (one.choices.length) {
      field.append(new Option("", ""), ...one.choices.map((choice) => new Option(choice.key + (choice.words ? ": " + choice.words : ""), choice.key)));
    }
    field.value = one.answer;
    field.required = one.needed;
    field.readOnly = one.name === "id" && file.version !== "";
    label.append(one.needed ? " (needed) " : " ", field);
    return label;
  }));
  slips(answer);
  const again = focused && at("form").elements[focused];
  if (again) { again.focus(); if (again.setSelectionRange && again.type === "text") again.setSelectionRange(again.value.length, again.value.length); }
}

function slips(answer) {
  at("form").querySelectorAll(".slip").forEach((one) => one.remove());
  for (const slip of answer.slips || []) {
    const field = at("form").elements[slip.name];
    if (!field) continue;
    field.setAttribute("aria-invalid", "true");
    field.parentElement.append(element("p", slip.message, { class: "slip", role: "alert" }));
  }
  if (answer.open) at("form").append(element("p", "Still open: " + answer.open.replace(/^--/, "").replace(/-/g, " "), { class: "slip" }));
}

const draftIt = newest(async () => {
  const mine = file;
  const fields = Object.fromEntries([...new FormData(at("form"))]);
  const answer = await ask("draft", { ...fields, ...(mine.version ? { path: mine.path, text: editor.text() } : {}) });
  if (mine !== file || !answered(answer)) return;
  const now = [...at("form").elements].map((field) => field.name).join();
  const same = !answer.questions || answer.questions.map((one) => one.name).join() === now;
  if (!same && !(answer.slips || []).length) questions(answer); else slips(answer);
  if (answer.text === undefined) return;
  if (!mine.version && answer.path && mine.path !== answer.path && !renamed(mine, answer.path)) return;
  editor.replace(answer.text);
});

/** A new promotion is kept and saved under the name it has now, and under none that is taken. */
function renamed(mine, path) {
  drafts.drop(mine.path);
  const taken = isTaken(path);
  mine.path = taken ? "" : path;
  named(mine.path);
  say(taken ? "There is a promotion " + nameOf(path) + " already." : "", taken);
  buttons();
  return !taken;
}

function startNew() {
  show("", "", { version: "", saved: "" });
  for (const id of ["words", "scores", "impact", "receipt", "problems"]) at(id).replaceChildren();
  openForm();
}

// ---- the basket to try ----

async function loadBaskets() {
  const answer = await ask("baskets");
  if (!answered(answer, "The baskets cannot be read.")) return;
  const chosen = at("basket").value;
  at("basket").replaceChildren(new Option("one of your own", ""), ...answer.baskets.map((name) => new Option(name, name)));
  at("basket").value = answer.baskets.includes(chosen) ? chosen : "";
}

/** A basket made for this promotion, else the one that is shown, else the first of its market. */
async function chooseBasket(path) {
  const id = nameOf(path);
  const names = [...at("basket").options].map((option) => option.value).filter(Boolean);
  const market = promotions.find((one) => one.path === path)?.markets[0]?.toLowerCase() || "";
  const found = names.find((name) => name.includes(id)) || (at("b-json").value ? "" : names.find((name) => name.includes(market)) || names[0]);
  if (!found) return;
  await takeBasket(found);
  if (!found.includes(id)) typeCode(promotions.find((one) => one.path === path)?.codes[0]);
}

/** A basket of another promotion shows this one only with its code. */
function typeCode(code) {
  const typed = at("b-codes").value;
  if (!code || typed.split(",").some((one) => one.trim() === code)) return;
  at("b-codes").value = [typed, code].filter(Boolean).join(", ");
  switched();
}

async function takeBasket(name) {
  at("basket").value = name;
  const answer = await ask("basket", { name });
  if (at("basket").value === name && answered(answer)) setBasket(answer.text);
}

function setBasket(json) {
  at("b-json").value = json;
  try {
    const basket = JSON.parse(json);
    at("b-market").value = basket.market || "";
    at("b-locale").value = basket.locale || "";
    at("b-channel").value = basket.channel || "shelf";
    at("b-at").value = basket.at || "";
    at("b-codes").value = (basket.codes || []).join(", ");
  } catch (unreadable) { /* the server says what is wrong with it */ }
  tryIt();
}

function switched() {
  try {
    const basket = JSON.parse(at("b-json").value);
    basket.market = at("b-market").value.toUpperCase();
    if (at("b-locale").value) basket.locale = at("b-locale").value; else delete basket.locale;
    basket.channel = at("b-channel").value;
    if (at("b-at").value) basket.at = at("b-at").value; else delete basket.at;
    basket.codes = at("b-codes").value.split(",").map((code) => code.trim()).filter(Boolean);
    at("b-json").value = JSON.stringify(basket, null, 2);
  } catch (unreadable) { /* the server says what is wrong with it */ }
  tryIt();
}

async function choices() {
  const mine = file;
  const answer = await ask("choices", { path: mine.path, text: editor.text(), basket: at("b-json").value });
  if (mine !== file) return;
  if (answer.ok) fill("choices", answer.choices); else at("choices").replaceChildren(element("p", sentence(answer.problems)));
}

// ---- begin ----

async function begin() {
  const words = await ask("words");
  if (!answered(words)) return;
  editor = openEditor(at("editor"), { label: "Text of the promotion", words: words.words, changed: edited });
  await Promise.all([loadList(), loadBaskets()]);
  for (const [id, act] of Object.entries({ save: () => save(), format: layOut, duplicate, aside: putAside, difference, new: startNew, more: choices, "as-form": openForm })) {
    at(id).addEventListener("click", told(act));
  }
  at("as-text").addEventListener("click", () => setView("text"));
  for (const id of ["search", "market", "season"]) at(id).addEventListener("input", showList);
  at("form").addEventListener("input", draftIt);
  at("form").addEventListener("submit", (event) => event.preventDefault());
  at("basket").addEventListener("change", told(() => at("basket").value && takeBasket(at("basket").value)));
  for (const id of ["b-market", "b-locale", "b-channel", "b-at", "b-codes"]) at(id).addEventListener("input", switched);
  at("b-json").addEventListener("input", () => setBasket(at("b-json").value));
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); if (!at("save").disabled) told(() => save())(); }
  });
  if (!at("status").classList.contains("bad")) say("");
  document.body.dataset.ready = "yes";
}

begin().catch(() => say(GONE, true));
