import type { Incident } from '../incident/incident.ts';
import { type Hold, openStates } from '../preauth/hold.ts';
import { lacksNumber } from '../preauth/rules.ts';
import { type Template, templates } from './events.ts';

const freed: readonly Hold['state'][] = ['cancelled', 'expired'];

/** Whether a message would be true of this case as it stands: nothing else is offered to be written. */
const isTrue: Readonly<Record<Template, (incident: Incident, hold?: Hold) => boolean>> = {
  numberNeeded: ({ state }, hold) =>
    hold === undefined ? state !== 'closed' : openStates.includes(hold.state) && lacksNumber(hold),
  holdTaken: (_, hold) => hold !== undefined && openStates.includes(hold.state),
  holdExpires: (_, hold) => hold !== undefined && openStates.includes(hold.state),
  holdReleased: (_, hold) => hold !== undefined && freed.includes(hold.state),
  caseClosed: ({ state }) => state === 'closed',
};

export const templatesFor = (incident: Incident, hold?: Hold): readonly Template[] =>
  templates.filter((template) => isTrue[template](incident, hold));
