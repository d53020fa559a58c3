import { Caption1, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({ help: { display: 'block', color: tokens.colorNeutralForeground3 } });

/** The label of a radio button or a checkbox that needs a line of explanation. */
export function OptionLabel({ name, help }: { name: string; help: string }) {
  const styles = useStyles();
  return (
    <>
      {name}
      <Caption1 className={styles.help}>{help}</Caption1>
    </>
  );
}
