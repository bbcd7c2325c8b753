// The editor of the studio: CodeMirror 6 with what rule files need, and nothing else. Built by `npm run build`, see README.md.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, snippetCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const KEYWORDS = /^(?:package|import|rule|when|then|end|not|exists|in|contains|true|false)\b/;

const drl = StreamLanguage.define({
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match("//")) { stream.skipToEnd(); return "comment"; }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return "string";
    if (stream.match(/^\d+(?:\.\d+)?/)) return "number";
    if (stream.match(KEYWORDS)) return "keyword";
    if (stream.match(/^\$\w+/)) return "variableName";
    if (stream.match(/^\w+(?=\()/)) return "propertyName";
    if (stream.match(/^[A-Z]\w*(?=\s*\()/)) return "typeName";
    if (stream.match(/^\w+/)) return "name";
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: "//" } },
});

// Colours are the page's own, so that they follow light and dark with it.
const colours = HighlightStyle.define([
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: tags.string, color: "var(--good)" },
  { tag: tags.number, color: "var(--platform)" },
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.propertyName, color: "var(--store)" },
  { tag: tags.variableName, color: "var(--pay)" },
]);

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "14px", border: "1px solid var(--line)", borderRadius: "6px" },
  "&.cm-focused": { outline: "2px solid var(--accent)" },
  ".cm-scroller": { fontFamily: "ui-monospace, Consolas, monospace", lineHeight: "1.55", minHeight: "14rem", maxHeight: "34rem", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--soft)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--panel)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--select)" },
  ".cm-tooltip": { backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--line)", maxWidth: "34rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
  ".cm-completionInfo": { maxWidth: "22rem" },
  ".cm-diagnostic": { color: "var(--ink)" },
  // Not the waves that come with the editor: they are images in the style sheet, and the page's policy lets none in.
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad)" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--platform)" },
});

// Words stand behind a point, fields behind a bracket or a comma; both are told with their sentences.
function completions(words) {
  const options = words.map((word) => snippetCompletion(word.template, {
    label: word.label, detail: word.detail, info: word.sentence, type: word.kind === "field" ? "property" : "function",
  }));
  const of = (kind) => options.filter((_, i) => words[i].kind === kind);
  const said = of("word");
  const asked = of("field");
  return (context) => {
    const word = context.matchBefore(/[\w]*/);
    const line = context.state.doc.lineAt(word.from);
    const before = line.text.slice(0, word.from - line.from);
    if (/\.\s*$/.test(before)) return { from: word.from, options: said, validFor: /^\w*$/ };
    if (/[(,]\s*$/.test(before) && /[A-Z]\w*\s*\(/.test(before)) return { from: word.from, options: asked, validFor: /^\w*$/ };
    return context.explicit ? { from: word.from, options: [...said, ...asked], validFor: /^\w*$/ } : null;
  };
}

/**
 * Opens an editor in a shadow root of its own: there its style sheets need no inline style, which the page's policy forbids.
 * @param parent an element without a shadow root
 * @param words what completion offers: {kind, label, detail, sentence, template}
 * @param changed called with the text after each edit by a person
 */
export function openEditor(parent, { label, words, changed }) {
  const root = parent.attachShadow({ mode: "open" });
  let quiet = false;
  const extensions = [
    lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), highlightActiveLine(), EditorView.lineWrapping,
    autocompletion({ override: [completions(words)] }),
    drl, syntaxHighlighting(colours), look,
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
    EditorView.updateListener.of((update) => { if (update.docChanged && !quiet) changed(update.state.doc.toString()); }),
  ];
  const state = (text) => EditorState.create({ doc: text, extensions });
  const view = new EditorView({ parent: root, root, state: state("") });
  const spot = (line, column) => {
    const doc = view.state.doc;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    return { at, from: Math.min(at.from + Math.max(column - 1, 0), at.to) };
  };
  return {
    text: () => view.state.doc.toString(),
    /** Another file: what was undone before cannot be undone into it. */
    open(text) { quiet = true; view.setState(state(text)); quiet = false; },
    /** The same file said otherwise, as by a layout or a form; one step to undo. */
    replace(text) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }); },
    problems(found) {
      const marks = found.map((problem) => {
        const { at, from } = spot(problem.line || 1, problem.column || 1);
        const to = problem.column ? Math.min(from + (/^[\w$]+/.exec(at.text.slice(from - at.from))?.[0].length || 1), at.to) : at.to;
        return { from, to: Math.max(to, from), severity: problem.severity, message: [problem.message, problem.hint].filter(Boolean).join(" ") };
      });
      view.dispatch(setDiagnostics(view.state, marks));
    },
    go(line, column) {
      view.dispatch({ selection: { anchor: spot(line || 1, column || 1).from }, scrollIntoView: true });
      view.focus();
    },
  };
}
