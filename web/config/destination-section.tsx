import { lazy } from 'react';
import type { Configuration } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { AddressField } from './address-field.tsx';
import { Later } from './later.tsx';
import type { Opening } from './open-configuration.ts';
import type { Recognition } from './use-recognition.ts';

/** Not needed for the first save: it comes after the form stands. */
const TestCardButton = lazy(async () => ({
  default: (await import('../shared/test-card/test-card-button.tsx')).TestCardButton,
}));

interface DestinationSectionProps {
  api: Api;
  opening: Opening;
  /** What is stored now, once something is. */
  stored: Configuration | undefined;
  address: string;
  recognition: Recognition;
  disabled: boolean;
  onChange(address: string): void;
  onCheckAgain(): void;
  /** A test came to its end: it may have mended or broken the channel. */
  onTested(): void;
}

/** Where cards go, with a test card at any time: to what was pasted, what is stored, or what the host gives. */
export function DestinationSection(props: DestinationSectionProps) {
  const { api, opening, stored, address, recognition, disabled, onChange, onCheckAgain, onTested } = props;
  const tried = triedAddress(props);
  return (
    <>
      {opening.hostKind === 'tab' && (
        <AddressField
          address={address}
          recognition={recognition}
          current={stored?.destination}
          disabled={disabled}
          onChange={onChange}
          onCheckAgain={onCheckAgain}
        />
      )}
      {(stored?.destination !== undefined || tried !== undefined) && (
        <Later>
          <TestCardButton
            // What came of a test belongs to the address that it was for.
            key={tried?.url ?? ''}
            api={api}
            id={stored?.id}
            tried={tried}
            onTested={onTested}
          />
        </Later>
      )}
    </>
  );
}

/** The address to test in place of a stored one, if any. */
function triedAddress({ address, recognition, stored, opening }: DestinationSectionProps) {
  if (recognition.status === 'known') {
    return { url: address.trim(), label: recognition.destination.label };
  }
  if (stored !== undefined || opening.webhookUrl === undefined) return undefined;
  return { url: opening.webhookUrl };
}
