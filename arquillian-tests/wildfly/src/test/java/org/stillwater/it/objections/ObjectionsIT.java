package org.stillwater.it.objections;

class ObjectionsIT extends AbstractObjectionsIT {}
