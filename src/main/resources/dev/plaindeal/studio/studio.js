// The page of the studio. It asks the server and shows what it answers; what a promotion says, costs and does is worked out there.
// All markup that comes from the server is escaped there; texts are put in as texts.
import { openEditor } from "/editor.js";

const at = (id) => document.getElementById(id);
const TOKEN = "plaindeal-token";
if (location.hash.length > 1) {
  sessionStorage.setItem(TOKEN, location.hash.slice(1));
  history.replaceState(null, "", "/");
}

/** Asks the server. What it refuses comes back with its problems; only a server that is not there throws. */
async function ask(question, fields = {}) {
  const response = await fetch("/api/" + question, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Plaindeal-Token": sessionStorage.getItem(TOKEN) || "" },
    body: JSON.stringify(fields),
  });
  return { ok: response.ok, status: response.status, ...(await response.json()) };
}

function say(text, bad = false) {
  at("status").textContent = text;
  at("status").classList.toggle("bad", bad);
}

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
      try { await work(); } catch (gone) { say("The studio does not answer. Your text is kept in this browser; start the studio again and reload.", true); }
    } while (wanted);
    running = false;
  };
}

// ---- drafts: what is typed is kept in this browser until it is saved ----

const drafts = {
  key: (path) => "plaindeal-draft:" + path,
  read(path) { try { return JSON.parse(localStorage.getItem(this.key(path))); } catch (broken) { return null; } },
  keep(path, draft) { try { localStorage.setItem(this.key(path), JSON.stringify(draft)); } catch (full) { say("This browser keeps no drafts: its storage is full. Save often.", true); } },
  drop(path) { localStorage.removeItem(this.key(path)); },
};

// ---- the list ----

let promotions = [];

async function loadList() {
  const answer = await ask("promotions");
  if (!answer.ok) { say(sentence(answer.problems), true); return; }
  promotions = answer.promotions;
  const markets = [...new Set(promotions.flatMap((one) => one.markets))].sort();
  const chosen = at("market").value;
  at("market").replaceChildren(new Option("all", ""), ...markets.map((market) => new Option(market, market)));
  at("market").value = markets.includes(chosen) ? chosen : "";
  showList();
  say(answer.problems.length ? "Some files on disk cannot be used: " + sentence(answer.problems.slice(0, 2)) : promotions.length + " promotions", answer.problems.length > 0);
  if (!answer.scored) setTimeout(() => loadList().catch(() => {}), 700);
}

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
  const when = { now: "holds now", soon: "soon", over: "over", broken: "cannot be used" }[one.season];
  const facts = element("span", [one.markets.join(", ") || "any market", one.layer.replace("-", " "), when, one.dates].filter(Boolean).join(" · "), { class: "facts" });
  if (one.warnings) facts.append(element("span", " · " + one.warnings + (one.warnings === 1 ? " warning" : " warnings"), { class: "warn" }));
  button.append(facts);
  if (one.path === file.path) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => open(one.path));
  const item = element("li");
  item.append(button);
  return item;
}

function showList() {
  const words = at("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = promotions.filter((one) =>
    (!at("market").value || one.markets.length === 0 || one.markets.includes(at("market").value))
    && (!at("season").value || one.season === at("season").value)
    && words.every((word) => [one.path, one.says, one.layer].join(" ").toLowerCase().includes(word)));
  at("count").textContent = shown.length + " of " + promotions.length;
  at("list").replaceChildren(...shown.map(listed));
}

// ---- one promotion ----

const file = { path: "", version: "", saved: "" };
let editor;
let problems = [];

function show(path, text, { version, saved }) {
  Object.assign(file, { path, version, saved });
  at("hello").hidden = true;
  at("work").hidden = false;
  at("name").textContent = path ? path.split("/").pop().replace(/\.drl$/, "") : "New promotion";
  at("path").textContent = path || "The form says where it belongs.";
  at("note").hidden = true;
  at("choices").replaceChildren();
  editor.open(text);
  document.querySelectorAll("#list [aria-current]").forEach((one) => one.removeAttribute("aria-current"));
  document.querySelector(`#list [data-path="${CSS.escape(path)}"]`)?.setAttribute("aria-current", "true");
  at("name").focus();
  edited(text);
}

async function open(path) {
  const answer = await ask("open", { path });
  if (!answer.ok) { say(sentence(answer.problems), true); await loadList(); return; }
  const draft = drafts.read(path);
  const kept = draft && draft.text !== answer.text;
  if (!kept) drafts.drop(path);
  chooseBasket(path);
  show(path, kept ? draft.text : answer.text, { version: kept ? draft.version : answer.version, saved: answer.text });
  setView("text");
  if (kept) note("This is your text of " + draft.at + ", which is not saved.", "Take the saved text", () => { drafts.drop(path); open(path); });
}

function note(text, label, act) {
  const button = element("button", label, { type: "button" });
  button.addEventListener("click", act);
  at("note").replaceChildren(element("span", text), button);
  at("note").hidden = false;
}

function edited(text) {
  if (file.path && text !== file.saved) drafts.keep(file.path, { text, version: file.version, at: new Date().toLocaleString() });
  for (const id of ["words", "scores", "receipt", "impact"]) at(id).classList.add("stale");
  buttons();
  tryIt();
}

function buttons() {
  const errors = problems.some((one) => one.severity === "error");
  at("save").disabled = errors || !file.path || editor.text() === file.saved;
  for (const id of ["duplicate", "aside", "difference"]) at(id).disabled = !file.version;
}

function problemList(found, go) {
  const list = element("ul");
  for (const one of found) {
    const item = element("li", "", { class: one.severity });
    const where = one.file === file.path || !go ? "line " + (one.line || 1) : one.file;
    const place = go ? element("button", where, { type: "button" }) : element("code", one.pointer || where);
    if (go) place.addEventListener("click", () => (one.file === file.path ? editor.go(one.line, one.column) : open(one.file)));
    item.append(place, " " + ended(one.message) + " " + (one.hint || ""));
    list.append(item);
  }
  return list;
}

const tryIt = newest(async () => {
  const text = editor.text();
  if (!file.path) return;
  const asked = { path: file.path, text, basket: at("b-json").value };
  const answer = await ask("try", asked);
  if (asked.path !== file.path) return;
  problems = answer.problems || [];
  editor.problems(problems.filter((one) => one.file === file.path));
  at("problems").replaceChildren(problems.length ? problemList(problems, true) : element("p", "No problem.", { class: "soft" }));
  fill("words", answer.words);
  fill("scores", answer.scores);
  at("basket-problems").replaceChildren(problemList(answer.basketProblems || [], false));
  fill("receipt", answer.receipt);
  buttons();
  document.body.dataset.tried = text === editor.text() ? "yes" : "no";
  if (answer.clean) weigh();
});

function fill(id, markup) {
  if (markup === undefined) return;
  at(id).innerHTML = markup;
  at(id).classList.remove("stale");
}

const weigh = newest(async () => {
  const asked = { path: file.path, text: editor.text() };
  const answer = await ask("impact", asked);
  if (asked.path !== file.path || asked.text !== editor.text()) return;
  if (answer.state === "warming") {
    at("impact").classList.remove("stale");
    at("impact").replaceChildren(element("p", "Pricing the baskets with the saved rules: " + answer.done + " of " + answer.of + " …", { class: "soft" }));
    setTimeout(weigh, 250);
  } else if (answer.state === "known") {
    fill("impact", answer.impact);
    document.body.dataset.weighed = asked.text.length + ":" + answer.tried;
  } else if (!answer.ok) {
    at("impact").replaceChildren(element("p", sentence(answer.problems)));
  }
});

// ---- saving ----

async function save(version = file.version) {
  const text = editor.text();
  const answer = await ask("save", { path: file.path, text, version });
  if (answer.status === 409) { conflict(answer); return; }
  if (!answer.ok) { say("Not saved. " + sentence(answer.problems), true); return; }
  const isNew = !file.version;
  drafts.drop(file.path);
  Object.assign(file, { version: answer.version, saved: text });
  at("note").hidden = true;
  say("Saved " + file.path);
  edited(editor.text());
  await loadList();
  if (isNew) say("Saved the new promotion " + file.path);
}

async function conflict(theirs) {
  const choice = await dialog("Somebody else has changed this file", {
    text: theirs.version ? "It is not what it was when you opened it. This is what it says now:" : "It is not there any more.",
    pre: theirs.text,
    buttons: ["Keep editing", ...(theirs.version ? ["Take theirs"] : []), "Save mine in its place"],
  });
  if (choice === "Take theirs") { drafts.drop(file.path); await open(file.path); }
  if (choice === "Save mine in its place") await save(theirs.version);
}

function dialog(title, { text = "", pre = "", input = null, buttons: names }) {
  at("d-title").textContent = title;
  at("d-text").textContent = text;
  at("d-pre").hidden = !pre;
  at("d-pre").textContent = pre;
  at("d-label").hidden = input === null;
  at("d-label").firstElementChild.textContent = input?.label || "";
  at("d-input").value = input?.value || "";
  at("d-buttons").replaceChildren(...names.map((name, i) => element("button", name, { value: name, ...(i === names.length - 1 ? { class: "main" } : {}) })));
  at("dialog").returnValue = "";
  at("dialog").showModal();
  return new Promise((done) => at("dialog").addEventListener("close", () => done(at("dialog").returnValue), { once: true }));
}

async function duplicate() {
  const old = file.path.split("/").pop().replace(/\.drl$/, "");
  const choice = await dialog("Duplicate " + old, { input: { label: "Name of the copy", value: old + "-copy" }, buttons: ["Cancel", "Duplicate"] });
  const name = at("d-input").value.trim();
  if (choice !== "Duplicate" || !name) return;
  const path = file.path.replace(/[^/]+$/, name + ".drl");
  if (promotions.some((one) => one.name === name)) { say("There is a promotion " + name + " already.", true); return; }
  show(path, editor.text().replace(`rule "${old}"`, `rule "${name}"`), { version: "", saved: "" });
  setView("text");
}

async function putAside() {
  const choice = await dialog("Put " + file.path + " aside?", {
    text: "Its name gets a _ before it and it is not used any more. Nothing is deleted: rename it to bring it back.", buttons: ["Cancel", "Put aside"] });
  if (choice !== "Put aside") return;
  const answer = await ask("aside", { path: file.path, version: file.version });
  if (answer.status === 409) { say("Not put aside: somebody else has changed the file. Open it again first.", true); return; }
  if (!answer.ok) { say(sentence(answer.problems), true); return; }
  drafts.drop(file.path);
  Object.assign(file, { path: "", version: "", saved: "" });
  at("work").hidden = true;
  at("hello").hidden = false;
  await loadList();
  at("search").focus();
}

async function difference() {
  const answer = await ask("difference", { path: file.path });
  await dialog("What changed since the last revision", {
    text: answer.difference ? "As saved on disk:" : "Nothing, or the folder is in no git repository.", pre: answer.difference || "", buttons: ["Close"] });
}

async function layOut() {
  const answer = await ask("format", { path: file.path, text: editor.text() });
  if (answer.ok) editor.replace(answer.text); else say(sentence(answer.problems), true);
}

// ---- the form: the questions of the command `new`, which write the same file ----

function setView(view) {
  at("form").hidden = view !== "form";
  at("text").hidden = view === "form";
  at("as-form").setAttribute("aria-pressed", String(view === "form"));
  at("as-text").setAttribute("aria-pressed", String(view !== "form"));
}

async function openForm() {
  const answer = await ask("form", { path: file.path, text: editor.text() });
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
  const fields = Object.fromEntries([...new FormData(at("form"))]);
  const answer = await ask("draft", { ...fields, ...(file.version ? { path: file.path, text: editor.text() } : {}) });
  const now = [...at("form").elements].map((field) => field.name).join();
  const same = !answer.questions || answer.questions.map((one) => one.name).join() === now;
  if (!same && !(answer.slips || []).length) questions(answer); else slips(answer);
  if (answer.text === undefined) return;
  if (!file.version && answer.path && file.path !== answer.path) {
    if (promotions.some((one) => one.path === answer.path)) { say("There is a promotion of this name already.", true); return; }
    Object.assign(file, { path: answer.path });
    at("name").textContent = fields.id;
    at("path").textContent = answer.path;
  }
  editor.replace(answer.text);
});

function startNew() {
  show("", "", { version: "", saved: "" });
  for (const id of ["words", "scores", "impact", "receipt", "problems"]) at(id).replaceChildren();
  openForm();
}

// ---- the basket to try ----

async function loadBaskets() {
  const answer = await ask("baskets");
  at("basket").replaceChildren(new Option("one of your own", ""), ...(answer.baskets || []).map((name) => new Option(name, name)));
}

/** A basket made for this promotion, else the one that is shown, else the first of its market. */
function chooseBasket(path) {
  const id = path.split("/").pop().replace(/\.drl$/, "");
  const names = [...at("basket").options].map((option) => option.value).filter(Boolean);
  const market = promotions.find((one) => one.path === path)?.markets[0]?.toLowerCase() || "";
  const found = names.find((name) => name.includes(id)) || (at("b-json").value ? "" : names.find((name) => name.includes(market)) || names[0]);
  if (found) takeBasket(found);
}

async function takeBasket(name) {
  at("basket").value = name;
  const answer = await ask("basket", { name });
  if (answer.ok) setBasket(answer.text);
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
  const answer = await ask("choices", { path: file.path, text: editor.text(), basket: at("b-json").value });
  if (answer.ok) fill("choices", answer.choices); else at("choices").replaceChildren(element("p", sentence(answer.problems)));
}

// ---- begin ----

const told = (act) => () => Promise.resolve(act()).catch(() => say("The studio does not answer. Your text is kept in this browser; start the studio again and reload.", true));

async function begin() {
  const words = await ask("words");
  if (!words.ok) { say(sentence(words.problems), true); return; }
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
  document.body.dataset.ready = "yes";
}

begin().catch(() => say("The studio does not answer. Start it again and reload.", true));
