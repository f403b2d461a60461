#!/usr/bin/env node
require("../dist/cstip.cjs");
