import { type Tab, TabInputWebview, window } from 'vscode';

/** All tabs, of all groups of editors. */
export const tabs = (): readonly Tab[] => window.tabGroups.all.flatMap((group) => group.tabs);

/** Waits for the report: its command ends before the preview is a tab. */
export function untilReport(): Promise<Tab> {
  return new Promise((resolve) => {
    const check = () => {
      const report = tabs().find(isReport);
      if (!report) return;
      subscription.dispose();
      resolve(report);
    };
    const subscription = window.tabGroups.onDidChangeTabs(check);
    check();
  });
}

function isReport({ label, input }: Tab): boolean {
  return label.includes('Deploy config') && input instanceof TabInputWebview && input.viewType.includes('markdown');
}
