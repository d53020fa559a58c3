import { Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { OfferedEventType } from './offered.ts';

const useStyles = makeStyles({
  tile: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: 'none',
  },
  chosen: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
  },
  label: { display: 'grid', flexGrow: 1, alignSelf: 'start' },
  title: { color: tokens.colorNeutralForeground1 },
  description: { color: tokens.colorNeutralForeground2 },
  came: { color: tokens.colorNeutralForeground3 },
});

interface EventChoiceProps {
  eventType: OfferedEventType;
  chosen: boolean;
  /** How often it came lately, in words. */
  came: string | undefined;
  disabled: boolean;
  onChange(chosen: boolean): void;
}

/** One event that can be chosen: the whole tile is the check box. */
export function EventChoice({ eventType, chosen, came, disabled, onChange }: EventChoiceProps) {
  const styles = useStyles();
  const id = useId();
  const label = (
    <>
      <Text id={`${id}-title`} weight="semibold" className={disabled ? undefined : styles.title}>
        {eventType.title}
      </Text>
      <Text id={`${id}-description`} size={200} className={styles.description}>
        {eventType.description}
      </Text>
      {came !== undefined && (
        <Text id={`${id}-came`} size={200} className={styles.came}>
          {came}
        </Text>
      )}
    </>
  );
  return (
    <Checkbox
      className={mergeClasses(styles.tile, chosen && styles.chosen)}
      label={{ className: styles.label, children: label }}
      aria-labelledby={`${id}-title`}
      aria-describedby={came === undefined ? `${id}-description` : `${id}-description ${id}-came`}
      checked={chosen}
      disabled={disabled}
      onChange={(_, data) => onChange(data.checked === true)}
    />
  );
}
