package org.stillwater.it.jobs;

class JobsIT extends AbstractJobsIT {}
