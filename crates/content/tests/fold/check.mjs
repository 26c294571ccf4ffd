// Builds the cases on standard input with the page port's builder and compares with what Rust built. Run by `fold.rs`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DocumentBuilder } from '../../../../extension/content/port/builder.js';

for (const { steps, expected } of JSON.parse(readFileSync(0, 'utf8'))) {
  const builder = new DocumentBuilder();
  /** Places in the made-up page: each step's text is a node of its own. */
  const nodes = [];
  for (const step of steps) {
    if (step.block) builder.block(step.block);
    else {
      const [text, href] = step.text === undefined ? step.link : [step.text];
      const node = { data: text };
      nodes.push(node);
      const from = builder.here;
      builder.text(text, node);
      if (href) builder.linkFrom(from, href);
    }
  }
  const text = builder.finish();
  assert.deepEqual({ text, blocks: builder.blocks, links: builder.links }, expected, JSON.stringify(steps));
  assertWayBack(text, builder.runs);
}

/** Each run says the same in its node as in the text, but for the sort of white space; and no visible character is left out. */
function assertWayBack(text, { nodes, starts, offsets, lengths }) {
  let covered = 0;
  nodes.forEach((node, i) => {
    const there = node.data.slice(offsets[i], offsets[i] + lengths[i]).replace(/[\s\u0085\u200b]/g, ' ');
    assert.equal(there, text.slice(starts[i], starts[i] + lengths[i]));
    assert.match(text.slice(covered, starts[i]), /^\s*$/);
    covered = starts[i] + lengths[i];
  });
  assert.match(text.slice(covered), /^\s*$/);
}
