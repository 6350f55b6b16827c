/** The rules of the house, as a function from a set of files to the sentences that say what breaks them. */
import ts from "typescript";

/** Paths from the project's folder, with the text of each file. */
export type Files = ReadonlyMap<string, string>;
type Import = { from: string; typeOnly: boolean; dynamic: boolean };
type Rule = { own: RegExp; types?: RegExp; dynamic?: RegExp; outside: RegExp };

const NOTHING = /^(?!)/;
const REMIX_AND_ALL = /^(?!remix$)/;

/** For each folder of app: which of its folders it may import, and what from outside. `types`: as types only. */
const MAY_IMPORT: Record<string, Rule> = {
  domain: { own: /^domain\//, outside: /^@turf\// },
  transit: { own: /^(domain|transit)\//, outside: NOTHING },
  text: { own: /^(domain|text)\//, outside: NOTHING },
  data: { own: /^(domain|transit|text|data)\//, outside: /^(?!@remix-run|react|remix$|express|leaflet)/ },
  http: { own: /^(domain|text|data|http)\//, outside: /^(@remix-run\/node|zod|node:|rate-limiter-flexible)/ },
  ui: {
    own: /^(domain|text|ui)\//,
    types: /^transit\//,
    outside: /^(react|react-dom(\/client)?|@remix-run\/react|topojson-client)$/,
    dynamic: /^(leaflet|react-leaflet)/,
  },
  routes: { own: /^(domain|transit|text|data|http|ui)\//, types: /^root$/, outside: REMIX_AND_ALL },
};
// What app/ui imports when it is loaded itself only dynamically: the map's own folder.
const BEHIND_A_DYNAMIC_IMPORT = /^app\/ui\/map\//;
const BANNED_FOLDERS = new Set(
  "utils util helpers helper lib libs services service types common shared misc managers handlers".split(" "),
);
const BANNED_VERBS = /^(get|fetch|handle|process|do)[A-Z]/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ROUTE_NAME = /^[a-z0-9$_.[\]-]+$/i;
const MOST_LINES = 200;
const LONGER: Record<string, number> = { "app/transit/search/scan.ts": 300, "README.md": 150 };

export function faultsIn(files: Files): string[] {
  return [...files].flatMap(([path, text]) => [
    ...lengthFaults(path, text),
    ...nameFaults(path),
    ...(isCode(path) ? codeFaults(path, text) : []),
    ...testFaults(path, text, files),
    ...neighbourFaults(path, text),
  ]);
}

function codeFaults(path: string, text: string): string[] {
  const source = parsed(path, text);
  return [
    ...importFaults(path, source),
    ...wordFaults(path, source),
    ...(path.startsWith("app/") && !path.startsWith("app/entry.") ? verbFaults(path, source) : []),
  ];
}

function isCode(path: string): boolean {
  return /\.tsx?$/.test(path);
}

function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
}

function lengthFaults(path: string, text: string): string[] {
  if (!(isCode(path) || path === "README.md") || path.startsWith("tests/")) return [];
  const lines = text.replace(/\n$/, "").split("\n").length;
  const most = LONGER[path] ?? MOST_LINES;
  return lines > most ? [`${path} has ${lines} lines, ${most} are allowed: split it by subject`] : [];
}

function nameFaults(path: string): string[] {
  if (!/^(app|db|scripts|tests)\//.test(path)) return [];
  const folders = path.split("/").slice(0, -1);
  const file = path.split("/").at(-1)!;
  const faults: string[] = [];
  for (const folder of folders) {
    if (BANNED_FOLDERS.has(folder)) faults.push(`${path}: no folder is called ${folder}`);
    else if (!KEBAB.test(folder)) faults.push(`${path}: the folder ${folder} is not in kebab-case`);
  }
  if (folders[0] === "app" && folders.length > 3) faults.push(`${path} lies more than two folders under app`);
  if (!isCode(path)) return faults;
  const [stem, ...endings] = file.split(".");
  const isRoute = path.startsWith("app/routes/");
  if (isRoute ? !ROUTE_NAME.test(file) : !KEBAB.test(stem!) && !endings.includes("test")) {
    faults.push(`${path} is not named in kebab-case`);
  }
  if (/^index\.tsx?$/.test(file)) faults.push(`${path}: no index files, import the file that has it`);
  if (/^app\/(data|http)\//.test(path) && !/\.server\.tsx?$/.test(file)) {
    faults.push(`${path} must end with .server.ts, or it may reach the browser`);
  }
  return faults;
}

function importFaults(path: string, source: ts.SourceFile): string[] {
  const folder = /^app\/([^/]+)\//.exec(path)?.[1];
  if (folder === undefined) return [];
  const rule = MAY_IMPORT[folder];
  if (rule === undefined) return [`${path}: app has no folder ${folder} in its plan`];
  return importsOf(source).flatMap((imported) => {
    const target = inApp(path, imported.from);
    if (folder === "routes" && target?.startsWith("routes/")) {
      return [`${path} imports another route, ${imported.from}`];
    }
    return isAllowed(path, rule, imported, target) ? [] : [`${path} may not import ${imported.from}`];
  });
}

function isAllowed(path: string, rule: Rule, imported: Import, target: string | undefined): boolean {
  const { from, typeOnly, dynamic } = imported;
  if (target !== undefined) return rule.own.test(target) || (typeOnly && rule.types?.test(target) === true);
  // The program's own version is the one thing taken from above app.
  if (from.startsWith(".")) return from.endsWith("/package.json") && path.startsWith("app/data/");
  if (rule.outside.test(from)) return true;
  const late = typeOnly || dynamic || BEHIND_A_DYNAMIC_IMPORT.test(path);
  return late && rule.dynamic?.test(from) === true;
}

/** The imported file's path inside app, or undefined when it lies outside. */
function inApp(path: string, from: string): string | undefined {
  if (from.startsWith("~/")) return from.slice(2);
  if (!from.startsWith(".")) return undefined;
  const url = new URL(from, `file:///${path}`).pathname.slice(1);
  return url.startsWith("app/") ? url.slice(4) : undefined;
}

function importsOf(source: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean, dynamic: boolean) => {
    if (node && ts.isStringLiteralLike(node)) imports.push({ from: node.text, typeOnly, dynamic });
  };
  walk(source, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node), false);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true, false);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false, true);
    }
  });
  return imports;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.isTypeOnly) return true;
  const { name, namedBindings } = importClause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

// Rules are pure: who asks brings the time. Data knows nothing of the web's requests.
function wordFaults(path: string, source: ts.SourceFile): string[] {
  const pure = /^app\/(domain|transit|text)\//.test(path);
  const faults: string[] = [];
  walk(source, (node) => {
    if (pure && ts.isPropertyAccessExpression(node)) {
      const words = node.getText(source).replaceAll(/\s/g, "");
      if (["Date.now", "process.env", "Math.random", "performance.now"].includes(words)) {
        faults.push(`${path} is pure and may not use ${words}`);
      }
    }
    if (pure && ts.isNewExpression(node) && node.getText(source) === "new Date()") {
      faults.push(`${path} is pure and may not read the clock`);
    }
    if (path.startsWith("app/data/") && ts.isTypeReferenceNode(node) && node.getText(source) === "Request") {
      faults.push(`${path} knows of the web's Request`);
    }
  });
  return faults;
}

function verbFaults(path: string, source: ts.SourceFile): string[] {
  const faults: string[] = [];
  walk(source, (node) => {
    const isNamed = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node);
    if (!isNamed || node.name === undefined || !ts.isIdentifier(node.name)) return;
    const makesFunction =
      ts.isFunctionDeclaration(node) || (node.initializer && isFunction(node.initializer));
    if (makesFunction && BANNED_VERBS.test(node.name.text)) {
      faults.push(`${path}: ${node.name.text} is not named by the domain's verb`);
    }
  });
  return faults;
}

function isFunction(node: ts.Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** Every module of domain and transit that does something has its test where the same path says. */
function testFaults(path: string, text: string, files: Files): string[] {
  if (!/^app\/(domain|transit)\/.*\.ts$/.test(path) || !doesSomething(parsed(path, text))) return [];
  const test = path.replace(/^app\//, "tests/").replace(/\.ts$/, ".test.ts");
  return files.has(test) ? [] : [`${path} has no test: ${test} is missing`];
}

function doesSomething(source: ts.SourceFile): boolean {
  let does = false;
  walk(source, (node) => {
    if (ts.isFunctionDeclaration(node) || isFunction(node) || ts.isClassDeclaration(node)) does = true;
  });
  return does;
}

// A clone has no neighbours: only tests may look beside it, and skip what they do not find.
function neighbourFaults(path: string, text: string): string[] {
  if (path.startsWith("tests/") || !/\.(tsx?|js|json|sql|md|css)$/.test(path)) return [];
  return text.includes("../shared/") ? [`${path} needs ../shared, which a clone does not have`] : [];
}

function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => walk(child, see));
}
