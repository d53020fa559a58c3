import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** Leads to where a connection begins. */
export function BeginLink({ children }: { children: ReactNode }) {
  return <Link href="/connect">{children}</Link>;
}
