import { type Diagnostic, languages, type Uri } from 'vscode';

/** How long an answer may take on a machine that does other things as well. */
const limit = 20_000;

/** Our diagnostics of a file, as they are now. */
export function diagnosticsOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'preflight');
}

/** The name of the rule behind a diagnostic. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits, event by event, until the diagnostics of a file are as asked. */
export function untilDiagnostics(uri: Uri, holds: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const found = diagnosticsOf(uri);
      if (!holds(found)) return false;
      clearTimeout(timer);
      subscription.dispose();
      resolve(found);
      return true;
    };
    const subscription = languages.onDidChangeDiagnostics(check);
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`${uri.path} still has [${diagnosticsOf(uri).map(ruleOf).join(', ')}] after ${limit} ms`));
    }, limit);
    check();
  });
}

/** Waits for a problem of this rule. */
export async function untilRule(uri: Uri, rule: string): Promise<Diagnostic> {
  const found = await untilDiagnostics(uri, (all) => all.some((one) => ruleOf(one) === rule));
  const [first] = found.filter((one) => ruleOf(one) === rule);
  if (!first) throw new Error(`no ${rule}`);
  return first;
}

/** Waits until no problem of this rule is left. */
export async function untilNoRule(uri: Uri, rule: string): Promise<void> {
  await untilDiagnostics(uri, (all) => all.every((one) => ruleOf(one) !== rule));
}
