import type { Deployment } from '../deployment/deployment.ts';
import type { Project } from '../project/project.ts';
import type { Rule } from '../rules/rule.ts';

/** What a question about a place in a document may ask beside the document. */
export interface FeatureContext {
  /** Path of the document. */
  readonly path: string;
  /** The innermost deployment root that the document counts for. */
  readonly project: Project;
  readonly rules: readonly Rule[];
  /** Whether something says that the root is deployed to Vercel; without it the root is the workspace folder. */
  readonly isDeployed: boolean;
  /** In milliseconds since 1970. */
  readonly now: number;
  /** What Vercel would do with the project; worked out when it is first asked for. */
  deployment(): Deployment;
}
