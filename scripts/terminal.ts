import './guard.ts';

/** The way in on a device: nothing of the program is loaded before the guard has looked at the Node under it. */
await import('#src/main.ts');
