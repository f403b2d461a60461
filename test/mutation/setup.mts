import fc from "fast-check";

/** Properties try for half a second and no longer, as each is tried with every mutant that nothing else notices. */
fc.configureGlobal({ interruptAfterTimeLimit: 500 });
