import { Heading } from '../shared/heading.tsx';
import { useWords } from '../shared/language.ts';
import { RemovalEffects } from '../shared/removal/removal-effects.tsx';
import type { WhatStops } from './what-stops.ts';

/** Asks whether to remove, and says what that ends. */
export function StopsList({ configuration, events, keptDays }: WhatStops) {
  const { remove } = useWords();
  return (
    <>
      <Heading title={remove.heading(configuration.name)} />
      <RemovalEffects configuration={configuration} events={events} keptDays={keptDays} elsewhere />
    </>
  );
}
