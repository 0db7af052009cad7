// Reads lines of a file with a TextMate grammar, as an editor does, and writes a line of JSON for each: pairs of text and
// scopes.
//
//   node scopes.mjs MODULES GRAMMAR FILE

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, grammarFile, file] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const textmate = require("vscode-textmate");
const oniguruma = require("vscode-oniguruma");

await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, "utf8"), grammarFile),
});
const grammar = await registry.loadGrammar("source.nilai");

let state = textmate.INITIAL;
for (const line of readFileSync(file, "utf8").split("\n")) {
  const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
  state = ruleStack;
  const spans = tokens.map(({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex), scopes.slice(1)]);
  process.stdout.write(JSON.stringify(spans) + "\n");
}
