import { hex, sameBytes } from '../bytes.ts';
import { select, selectNext } from './commands.ts';
import type { Candidate, KernelFailureCode, TerminalApplication } from './contract.ts';
import { fail } from './end.ts';
import { candidateFrom, parseFci } from './fci.ts';
import { limits } from './limits.ts';
import type { Session, Stage } from './state.ts';
import { type Answer, transmit } from './transport.ts';

/** Applications that card and terminal share, and why the last one that fell out did. */
export type CandidateList = {
  candidates: Candidate[];
  refused: Refusal | undefined;
  /**
   * The cardholder chose or confirmed one that fell out: from now on none is taken without a
   * question.
   */
  askAlways: boolean;
};

export const emptyList = (): CandidateList => ({
  candidates: [],
  refused: undefined,
  askAlways: false,
});

export type Refusal = { readonly code: KernelFailureCode; readonly sw?: string };

export function addCandidate(list: CandidateList, candidate: Candidate): void {
  const known = list.candidates.some(({ dfName }) => sameBytes(dfName, candidate.dfName));
  if (!known && list.candidates.length < limits.candidates) list.candidates.push(candidate);
}

/**
 * The terminal's application for a DF name: the same AID, else the longest that may match in part.
 */
export function terminalApplicationFor(
  session: Session,
  dfName: Uint8Array,
): TerminalApplication | undefined {
  return session.input.applications
    .filter((application) => matches(application, dfName) !== 'no')
    .sort((a, b) => b.aid.length - a.aid.length)[0];
}

function matches(application: TerminalApplication, dfName: Uint8Array): 'full' | 'partial' | 'no' {
  const aid = hex(application.aid);
  if (sameBytes(aid, dfName)) return 'full';
  const begins = sameBytes(aid, dfName.slice(0, aid.length));
  return begins && application.partialSelection ? 'partial' : 'no';
}

/**
 * Candidates by the terminal's list of AIDs (EMV 4.4 Book 1 §12.3.3). A DF name that does not begin
 * with the AID, or that came before, ends the search for this AID: a card may answer SELECT NEXT
 * for ever. 6A81 to the first SELECT means a blocked card, later it is one refusal among others.
 */
export function* tryListOfAids(session: Session, list: CandidateList): Stage {
  for (const application of session.input.applications) {
    const aid = hex(application.aid);
    const seen: Uint8Array[] = [];
    let answer = yield* transmit(session, select(aid));
    const isFirst = application === session.input.applications[0];
    if (isFirst && answer.sw === '6A81') fail(session, 'cardBlocked', { sw: answer.sw });
    let further = 0;
    while (considerAnswer(list, application, answer, seen) && further++ < limits.selectNext) {
      answer = yield* transmit(session, selectNext(aid));
    }
  }
}

/**
 * Adds the application of one answer; true when a further one with the same beginning may follow.
 */
function considerAnswer(
  list: CandidateList,
  application: TerminalApplication,
  answer: Answer,
  seen: Uint8Array[],
): boolean {
  const blocked = answer.sw === '6283';
  if (answer.sw !== '9000' && !blocked) return false;
  if (blocked) list.refused = { code: 'applicationBlocked', sw: answer.sw };
  const fci = parseFci(answer.data);
  if (fci === undefined) return false;
  const match = matches(application, fci.dfName);
  if (match === 'no' || seen.some((name) => sameBytes(name, fci.dfName))) return false;
  seen.push(fci.dfName);
  if (!blocked) addCandidate(list, candidateFrom(fci.dfName, fci.data));
  return match === 'partial';
}
