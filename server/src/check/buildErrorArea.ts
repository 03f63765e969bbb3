import type { BuildError } from '../deployment/deployment.ts';
import type { Area } from '../rules/rule.ts';

/** The builder's codes by the area whose files they are about; what is not listed is about vercel.json. */
const areaOfCode: readonly { readonly code: RegExp; readonly area: Area }[] = [
  { code: /PYTHON_VERSION/, area: 'python-version' },
  { code: /ENTRYPOINT|HANDLER/, area: 'handler' },
  { code: /^PYTHON_(REQUIREMENTS|CONFIG|PYPROJECT|PIPFILE|UV)/, area: 'dependencies' },
  { code: /^conflicting_/, area: 'routes' },
];

/** The area in whose verdict `error` belongs. */
export function areaOfError({ code }: Pick<BuildError, 'code'>): Area {
  return areaOfCode.find((row) => row.code.test(code))?.area ?? 'runtime-config';
}
