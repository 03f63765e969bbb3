import { type Tab, TabInputWebview, window } from 'vscode';

/** All tabs, of all groups of editors. */
export const tabs = (): readonly Tab[] => window.tabGroups.all.flatMap((group) => group.tabs);

/** Waits for the report of `Verify deploy config`. */
export const untilReport = (): Promise<Tab> => untilTab('Deploy config');

/** Waits for a page: its command ends before the preview is a tab. */
export function untilTab(title: string): Promise<Tab> {
  const isPage = ({ label, input }: Tab) =>
    label.includes(title) && input instanceof TabInputWebview && input.viewType.includes('markdown');
  return new Promise((resolve) => {
    const check = () => {
      const report = tabs().find(isPage);
      if (!report) return;
      subscription.dispose();
      resolve(report);
    };
    const subscription = window.tabGroups.onDidChangeTabs(check);
    check();
  });
}
