-- A cold-weather rule may be known without the hour at which staff decide: that hour is then unknown, not the rule.
alter table opening_rules
  alter column decided_at drop not null;
