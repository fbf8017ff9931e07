import type { RestoreTexts } from './texts.ts';

const texts: RestoreTexts = {
  title: { damaged: 'The records are damaged', wanted: 'Restore a backup' },
  text: {
    damaged: 'They cannot be read. Nothing was changed; a backup can take their place.',
    wanted: 'The newest backup takes their place. The terminal starts again.',
  },
  backup: 'Backup',
  where: 'Where',
  place: { device: 'this terminal', secondPlace: 'second place' },
  money: 'Later steps are kept where they can be read.',
  begin: 'Restore',
  none: 'There is no backup here',
  noneHint: 'Put in the stick with the backups, or call the service.',
  lookAgain: 'Look again',
  running: 'Restoring',
  percent: (percent) => `${percent} %`,
  soFar: (seconds) => `${seconds} s`,
  leaveOn: 'Leave it on',
  done: 'Restored',
  upTo: 'Backup of',
  rows: 'Steps',
  salvaged: 'Kept from after it',
  numbers: 'Card numbers',
  ofNumbers: (here, all) => `${here} of ${all}`,
  numbersMissing: 'Holds without a number say so; the card gives it back.',
  later: 'Compare the last slips with the holds; the bank knows the rest.',
  goOn: 'Start the terminal',
  failed: 'Not restored',
  failedText: 'All is as it was. Call the service, or try another stick.',
};
export default texts;
