/** Numbers that look random and repeat with their seed (the generator `sfc32`). */
export type Noise = {
  /** 0 ≤ x < 1. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  gaussian(): number;
};

export function seededNoise(seed: number): Noise {
  let a = seed | 0;
  let b = Math.floor(seed / 4294967296) | 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 16; i++) next();
  return {
    uniform: next,
    gaussian: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
