import type { FaultCode } from '../../fault.ts';
import type { EvidenceOf, LinkProblem } from '../evidence.ts';
import { lastProbe, type Scene } from '../scene.ts';
import { says, type Weight, type Weights } from './weight.ts';

/** Network, bank's side and settings for each fault of the line, before anything else is known. */
const faults: Partial<
  Record<FaultCode, readonly [network: number, bank: number, settings: number]>
> = {
  'link.nameNotFound': [2, 0.2, 0.9],
  'link.connectRefused': [1.7, 0.9, 0.5],
  'link.unreachable': [2.2, 0.3, 0.2],
  'link.connectTimeout': [1.8, 0.9, 0.3],
  'link.tls': [1.7, 0.8, 0.9],
  'link.reset': [1.8, 0.9, 0],
  'link.badFrame': [1.7, 0.9, 0],
  'link.answerTimeout': [1, 1.8, 0],
};

/** Faults before a byte could reach the bank. */
const beforeTheBank: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'link.nameNotFound',
  'link.connectRefused',
  'link.unreachable',
  'link.connectTimeout',
  'link.tls',
]);

export const wasBeforeTheBank = (fault: FaultCode): boolean => beforeTheBank.has(fault);

const dated: ReadonlySet<LinkProblem | undefined> = new Set([
  'certificateExpired',
  'certificateNotYetValid',
]);

const notTrusted: ReadonlySet<LinkProblem | undefined> = new Set([
  'certificateUntrusted',
  'certificateOfAnother',
  'ownCertificateRefused',
]);

/** Evidence of the way to the bank, told apart by what still answers. */
export const lineWeights: Weights<'linkFault' | 'linkProbe' | 'otherHostAnswers'> = {
  linkFault: ({ fault, tries }) => {
    const points = faults[fault];
    if (points === undefined)
      return [
        fault.startsWith('keystore.')
          ? says('settings', 3, 'the keys of this terminal are not in place')
          : says('deviceFault', 3, 'a part of the terminal reports its own fault'),
      ];
    const [network, bank, settings] = points;
    return [
      says('network', network + (tries > 2 ? 0.2 : 0), `${fault}, by itself`),
      says('bankSide', bank, `${fault}: the bank’s end can look the same`),
      settings > 0 &&
        says('settings', settings, `${fault}: a wrong address or date looks the same`),
    ];
  },
  linkProbe: (item, scene) =>
    scene.stage === 'bank' && isAboutTheLine(scene) ? probed(item, scene) : [],
  otherHostAnswers: (_, scene) => (isAboutTheLine(scene) ? othersAnswer(scene) : []),
};

/** The bank's own address opens: whatever else is silent, the network carries. */
const bankOpens = ({ evidence }: Scene): boolean => lastProbe(evidence, 'connect')?.ok === true;

/** Over a network that carries bytes but finds no names, others answer too: that is not the bank's end. */
function othersAnswer({ newest, evidence }: Scene): readonly Weight[] {
  if (newest?.type === 'linkFault' && newest.fault === 'link.nameNotFound')
    return [says('network', -0.3, 'bytes are carried, only names are not found')];
  const met = evidence.some((item) => item.type === 'linkProbe' && notTrusted.has(item.problem));
  if (met) return [says('network', -2, 'the line carries bytes, the bank’s end answers')];
  return [
    says('network', -2, 'other hosts answer over this network'),
    says('bankSide', 1.8, 'so it is the bank’s end'),
  ];
}

/** An answer that names the card settles more than any line: probes are then beside the point. */
function isAboutTheLine({ newest }: Scene): boolean {
  return newest?.type === 'linkFault' || newest?.type === 'badAnswer';
}

function probed(item: EvidenceOf<'linkProbe'>, scene: Scene): readonly (Weight | false)[] {
  const { check, ok, problem } = item;
  const fault = scene.newest?.type === 'linkFault' ? scene.newest.fault : undefined;
  switch (check) {
    case 'interface':
      return ok
        ? []
        : [
            says('network', 3, 'no network is connected'),
            says('bankSide', -2, 'nothing could reach the bank'),
            says('settings', -0.5, 'nothing could reach the bank'),
          ];
    case 'name':
      if (ok) return [];
      return [
        says('network', 1.2, 'names are not found'),
        says('settings', 0.3, 'or the name of the bank’s host is wrong'),
        says('bankSide', -0.5, 'the bank was not asked'),
      ];
    case 'connect':
      if (ok) return fault === 'link.answerTimeout' ? [says('network', -0.6, 'a line opens')] : [];
      return [];
    case 'tls':
      return ok ? [] : certificate(problem, scene);
    case 'echo':
      return ok
        ? [
            says('network', -1.2, 'the bank’s computer answers a greeting'),
            says('bankSide', fault === 'link.reset' ? 0 : 0.9, 'so what is silent is behind it'),
          ]
        : [says('bankSide', 0.4, 'the bank’s computer answers no greeting')];
    case 'secondHost':
    case 'otherHost':
      return ok
        ? othersAnswer(scene)
        : bankOpens(scene)
          ? [
              says('network', 0.6, 'no other host answers, but the bank’s line opens'),
              says('bankSide', -0.3, 'the network may come and go'),
            ]
          : [
              says('network', 1.8, 'no other host answers either'),
              says('bankSide', -1.2, 'no other host answers either'),
            ];
  }
}

function certificate(problem: LinkProblem | undefined, { settings }: Scene): Weight[] {
  if (dated.has(problem))
    return settings.has('clock')
      ? [says('settings', 2.5, 'its dates do not fit this clock, and the clock is wrong')]
      : [
          says('bankSide', 2.2, 'the certificate of the bank is out of its dates'),
          says('settings', 0.6, 'or this terminal’s clock is wrong'),
          says('network', -1.2, 'the line carries bytes'),
        ];
  if (problem === 'certificateUntrusted' || problem === 'certificateOfAnother')
    return [
      says('settings', 2, 'this terminal trusts another authority or name'),
      says('network', 0.2, 'or somebody sits on the line'),
      says('suspectedFraud', 0.4, 'somebody may sit on the line'),
    ];
  if (problem === 'ownCertificateRefused')
    return [says('settings', 2.8, 'the bank refuses this terminal’s certificate')];
  if (problem === 'handshake') return [says('network', -0.6, 'the line opened, then no handshake')];
  return [];
}
