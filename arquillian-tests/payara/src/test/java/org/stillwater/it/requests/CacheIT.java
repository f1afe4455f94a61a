package org.stillwater.it.requests;

class CacheIT extends AbstractCacheIT {}
