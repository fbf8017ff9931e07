import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

type Weight = 400 | 700;

/** Dots of the letters in a cell of 24. */
const fontSize = 22;

const require = createRequire(import.meta.url);
const fileOf = (name: string) =>
  require.resolve(`@expo-google-fonts/noto-sans-sc/${name}/NotoSansSC_${name}.ttf`);
const fontFiles: Readonly<Record<Weight, () => string>> = {
  400: () => fileOf('400Regular'),
  700: () => fileOf('700Bold'),
};

/** A slip has some 150 different characters; whoever sends all of Unicode gets boxes for the rest. */
const mostAtATime = 300;
const box = 'M-8-16h16v16h-16zM-6-14v12h12v-12z';

const outlines: Readonly<Record<Weight, Map<string, string>>> = { 400: new Map(), 700: new Map() };

/**
 * Outline of each character as SVG path data, the middle of its baseline at 0,0. Looked up in the font once
 * a process: the font is large, and asking it anew for each letter of a slip takes seconds.
 */
export function outlinesOf(
  characters: Iterable<string>,
  weight: Weight,
): ReadonlyMap<string, string> {
  const known = outlines[weight];
  const wanted = [...new Set(characters)].filter((character) => !known.has(character));
  for (const character of wanted.slice(mostAtATime)) known.set(character, box);
  const asked = wanted.slice(0, mostAtATime);
  if (asked.length === 0) return known;
  const texts = asked.map((character, at) => `<text id="g${at}">${escaped(character)}</text>`);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">' +
    `<g font-family="Noto Sans SC" font-weight="${weight}" font-size="${fontSize}" text-anchor="middle">` +
    `${texts.join('')}</g></svg>`;
  const font = { fontFiles: [fontFiles[weight]()], loadSystemFonts: false };
  const drawn = new Resvg(svg, { font }).toString();
  const found = new Map<number, string>();
  for (const [, at, inside = ''] of drawn.matchAll(/<g id="g(\d+)">([\s\S]*?)<\/g>/g)) {
    found.set(Number(at), [...inside.matchAll(/ d="([^"]*)"/g)].map(([, path]) => path).join(' '));
  }
  asked.forEach((character, at) => {
    known.set(character, found.get(at) ?? '');
  });
  return known;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML has no place for most control characters; a printer shows none of them. */
const escaped = (character: string): string =>
  escapes[character] ?? (/\p{C}/u.test(character) ? ' ' : character);
