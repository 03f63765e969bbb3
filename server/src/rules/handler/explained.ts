import type { PythonDocument } from '../../documents/python/document.ts';
import type { ModuleContext } from '../rule.ts';
import { conditionalApplication } from './conditionalApplication.ts';
import { assignedClass } from './handlerClass.ts';
import { plainHandler } from './handlerKinds.ts';
import { wrapperOf } from './wrapper.ts';

/** Whether another rule says why a module without an application serves nothing. */
export function isExplained(document: PythonDocument, context: ModuleContext): boolean {
  const isOther = wrapperOf(document) ?? plainHandler(document) ?? assignedClass(document, context);
  return (isOther ?? conditionalApplication(document, context)) !== undefined;
}
