package org.stillwater.it.rest;

class ScanningRestIT extends AbstractScanningRestIT {}
