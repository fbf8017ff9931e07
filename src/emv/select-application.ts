import { sameBytes } from '../bytes.ts';
import {
  type CandidateList,
  emptyList,
  type Refusal,
  terminalApplicationFor,
  tryListOfAids,
} from './candidates.ts';
import { select } from './commands.ts';
import type { Candidate } from './contract.ts';
import { readDirectory } from './directory.ts';
import { fail, KernelEnd } from './end.ts';
import { candidateFrom, type Fci, parseFci } from './fci.ts';
import { languages } from './language.ts';
import type { Selection, Session, Stage } from './state.ts';
import { ask, transmit } from './transport.ts';

/** EMV 4.4 Book 1 §12.3: the directory first, the list of AIDs when it gives nothing. */
export function* buildCandidateList(session: Session): Stage<CandidateList> {
  session.step = 'select';
  const list = emptyList();
  yield* readDirectory(session, list);
  if (list.candidates.length === 0) yield* tryListOfAids(session, list);
  list.candidates.sort((a, b) => (a.priority || 16) - (b.priority || 16));
  return list;
}

/**
 * Final selection (EMV 4.4 Book 1 §12.4). An application that the card refuses falls out and the
 * next is tried; when none is left the last refusal says why.
 */
export function* selectApplication(session: Session, list: CandidateList): Stage<Selection> {
  session.step = 'select';
  for (;;) {
    const candidate = yield* pick(session, list);
    const answer = yield* transmit(session, select(candidate.dfName));
    const fci = answer.sw === '9000' ? parseFci(answer.data) : undefined;
    const terminal = terminalApplicationFor(session, candidate.dfName);
    if (fci !== undefined && terminal !== undefined && sameBytes(fci.dfName, candidate.dfName)) {
      if (fci.data.has('5F2D')) session.languagePreference = languages(fci.data.get('5F2D'));
      return { terminal, dfName: fci.dfName, label: labelOf(candidate, fci), fci: fci.data };
    }
    dropCandidate(list, candidate, refusalOf(answer.sw));
  }
}

export function dropCandidate(
  list: CandidateList,
  candidate: Pick<Candidate, 'dfName'>,
  refused: Refusal,
): void {
  list.candidates = list.candidates.filter(({ dfName }) => !sameBytes(dfName, candidate.dfName));
  list.refused = refused;
}

function refusalOf(sw: string): Refusal {
  if (sw === '6283') return { code: 'applicationBlocked', sw };
  if (sw === '6A81') return { code: 'cardBlocked', sw };
  return sw === '9000' ? { code: 'malformedResponse' } : { code: 'statusRefused', sw };
}

/**
 * One application needs no question unless the card wants one; several are the cardholder's choice.
 */
function* pick(session: Session, list: CandidateList): Stage<Candidate> {
  const { languagePreference } = session;
  const [first, second] = list.candidates;
  if (first === undefined) {
    const { code, sw } = list.refused ?? { code: 'noCommonApplication' };
    return fail(session, code, sw === undefined ? {} : { sw });
  }
  if (second !== undefined) {
    list.askAlways = true;
    const response = yield* ask(session, {
      type: 'chooseApplication',
      candidates: list.candidates,
      languagePreference,
    });
    const chosen = response.type === 'chosen' ? list.candidates[response.index] : undefined;
    if (chosen === undefined) throw new Error(`${response.type} chooses no application`);
    return chosen;
  }
  if (!first.confirmationRequired && !list.askAlways) return first;
  list.askAlways = true;
  const response = yield* ask(session, {
    type: 'confirmApplication',
    candidate: first,
    languagePreference,
  });
  if (response.type !== 'confirmed') throw new Error(`${response.type} confirms no application`);
  if (!response.yes) throw new KernelEnd({ type: 'cancelled', at: session.step });
  return first;
}

/** The application's own words before those of the directory. */
function labelOf(listed: Candidate, fci: Fci): string {
  const selected = candidateFrom(fci.dfName, fci.data);
  return selected.preferredName ?? (selected.label || (listed.preferredName ?? listed.label));
}
