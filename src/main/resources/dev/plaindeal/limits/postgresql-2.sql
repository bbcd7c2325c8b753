-- Limits that hold, version 2: orders that ended can be forgotten. What version 1 calls works as before, so that hosts of both run beside each
-- other.

create index hold_ended on plaindeal_limits.hold (until) where state <> 'held';

-- Of an order that is confirmed, until is no longer when its time is over but when it was confirmed, where that is later.
create function plaindeal_limits.confirm(p_order text, p_now timestamptz) returns text
language plpgsql as $$
begin
    update plaindeal_limits.hold set state = 'confirmed', until = greatest(until, coalesce(p_now, clock_timestamp()))
        where order_key = p_order and state = 'held';
    return case when found then 'confirmed' else plaindeal_limits.state_of(p_order) end;
end
$$;

create or replace function plaindeal_limits.confirm(p_order text) returns text
language sql as $$
    select plaindeal_limits.confirm(p_order, null);
$$;

-- Forgets up to so many orders that ended longer ago than this; those that somebody is busy with are left for the next time. What they took
-- stays taken.
create function plaindeal_limits.tidy(p_now timestamptz, p_millis bigint, p_most integer) returns integer
language plpgsql as $$
declare
    v_orders integer;
begin
    delete from plaindeal_limits.hold where order_key in (
        select order_key from plaindeal_limits.hold
        where state <> 'held' and until < coalesce(p_now, clock_timestamp()) - p_millis * interval '1 millisecond'
        order by until limit p_most for update skip locked);
    get diagnostics v_orders = row_count;
    return v_orders;
end
$$;

insert into plaindeal_limits.version values (2);
