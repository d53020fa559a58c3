import { Text } from '@fluentui/react-components';
import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../shared/error-boundary.tsx';
import { useWords } from '../shared/language.ts';

/** A part of the form that comes after the form stands. Fails open: without it the rest goes on. */
export function Later({ children }: { children: ReactNode }) {
  const { config } = useWords();
  return (
    <ErrorBoundary fallback={<Text>{config.partMissing}</Text>}>
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  );
}
