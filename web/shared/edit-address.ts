/** Where a configuration is edited outside a host's dialog: see config/dialog.ts. */
export function editAddress(id: string): string {
  return `/config?${new URLSearchParams({ edit: id })}`;
}
