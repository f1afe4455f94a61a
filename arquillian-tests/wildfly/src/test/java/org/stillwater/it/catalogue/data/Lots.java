package org.stillwater.it.catalogue.data;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

/** Hibernate generates the bean that does it, by a stateless session of its own. */
@Repository(dataStore = "catalogue")
interface Lots extends CrudRepository<Lot, Long> {
    @Delete
    void deleteByName(String name);

    @Query("update Lot set name = :name")
    int renameAll(String name);

    @Query("delete from Lot where name = :name")
    int deleteNamed(String name);

    @Query("insert into Lot (id, name) values (3, :name)")
    int insertNamed(String name);
}
