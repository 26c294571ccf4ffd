// Where the harness finds the built extensions and the fixtures, and where it writes.

import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The project's top level. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Fixture pages, one folder a set. */
export const FIXTURES = path.join(ROOT, 'tests', 'fixtures');

/** The unpacked extensions, one folder a browser. `cargo xtask` names another where it builds elsewhere. */
export const DIST = process.env.CLAUSELIGHT_DIST ?? path.join(ROOT, 'dist');

/** Screenshots and other findings, one folder a browser. */
export const FINDINGS = path.join(ROOT, 'target', 'e2e');
