/** First import of every entry point: the journal's library crashes without a word on an older Node. */
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Node 24 is needed, this is ${process.version}: use npm start or scripts/node.\n`,
  );
  process.exit(1);
}
