import { builderText } from './builderText.ts';
import type { KindAt, PythonAnalysis } from './python/analysis.ts';
import type { SourceFile } from './sourceFile.ts';

/** What the parser that Vercel's builder uses says of a requirements file (`parseRequirementsTxt`, uv's own). */
export interface RequirementsView {
  /**
   * Why it refuses the file, in its words; `null` where it takes it, `undefined` where it gave up. Asked once for as long as
   * what it looked for on the disk neither comes nor goes. Never throws.
   * @param directory the absolute path of the file's folder, as it stands in the words
   * @param kindAt what there is at an absolute path: a folder is taken whatever its name ends in
   */
  fault(directory: string, kindAt: KindAt): string | null | undefined;
}

interface Asked {
  readonly directory: string;
  readonly fault: string | null | undefined;
  /** What it was told of the disk. */
  readonly told: ReadonlyMap<string, ReturnType<KindAt>>;
}

/** The view on `file`, which is looked at when somebody asks. */
export function requirementsView(file: SourceFile, analysis: PythonAnalysis): RequirementsView {
  let last: Asked | undefined;
  return {
    fault(directory, kindAt) {
      const holds = last?.directory === directory && [...last.told].every(([path, was]) => kindAt(path) === was);
      if (last && holds) return last.fault;
      const told = new Map<string, ReturnType<KindAt>>();
      const fault = analysis.requirementsFault(builderText(file), directory, (path) => {
        const answer = kindAt(path);
        told.set(path, answer);
        return answer;
      });
      last = { directory, fault, told };
      return fault;
    },
  };
}
