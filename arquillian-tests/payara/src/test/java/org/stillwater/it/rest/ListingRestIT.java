package org.stillwater.it.rest;

class ListingRestIT extends AbstractListingRestIT {}
